package dev.fileapi.cli.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What names files may have on this machine. */
final class TargetNames {

    /** "Naming Files, Paths, and Namespaces", Microsoft Learn. */
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|(COM|LPT)[0-9\u00b9\u00b2\u00b3])([. ].*)?");

    private static final Pattern REFUSED = Pattern.compile(".*[<>:\"|?*].*|.*[. ]");

    private final MessageDigest sha256 = sha256();
    private final boolean windows;
    private final boolean caseInsensitive;
    /** Hashes of paths, which need little memory: that two of a million are equal by chance has a probability of 1 in 30 million. */
    private final Set<Long> folded = new HashSet<>();

    /**
     * Makes the names of a system.
     *
     * @param windows whether names that Windows refuses are refused
     * @param caseInsensitive whether the file system takes names for one that differ only by case
     */
    TargetNames(boolean windows, boolean caseInsensitive) {
        this.windows = windows;
        this.caseInsensitive = caseInsensitive;
    }

    /** Remembers a path that is there. */
    void add(String path) {
        if (caseInsensitive) {
            folded.add(fold(path));
        }
    }

    /** Returns why a new file cannot have a path; empty when it can. */
    Optional<String> refusal(String path) {
        for (String name : List.of(path.split("/", -1))) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return Optional.of("its path would lead out of the folder");
            }
            if (windows
                    && (RESERVED.matcher(name).matches()
                            || REFUSED.matcher(name).matches())) {
                return Optional.of("Windows has no such names");
            }
        }
        if (caseInsensitive && !folded.add(fold(path))) {
            return Optional.of("another file has the same name but for the case of letters, which are one here");
        }
        return Optional.empty();
    }

    /** As NTFS and APFS fold, as far as one language's rules allow. */
    private long fold(String path) {
        byte[] bytes = path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(sha256.digest(bytes)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
