package dev.fileapi.blobs.azure.sas;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types that a browser may show. The uploader chooses the type, so this is a list of those that cannot run as a page, not of those
 * that can: a browser takes any {@code …+xml} for a document with scripts. What is answered is the name on the list, never what was
 * recorded.
 */
final class InlineType {

    private static final String PLAIN = "text/plain";

    private static final Set<String> SHOWN = Set.of(
            "application/pdf",
            "audio/aac",
            "audio/flac",
            "audio/mp4",
            "audio/mpeg",
            "audio/ogg",
            "audio/wav",
            "audio/webm",
            "audio/x-flac",
            "audio/x-wav",
            "image/apng",
            "image/avif",
            "image/bmp",
            "image/gif",
            "image/heic",
            "image/heif",
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/vnd.microsoft.icon",
            "image/webp",
            "image/x-icon",
            "video/3gpp",
            "video/mp4",
            "video/mpeg",
            "video/ogg",
            "video/quicktime",
            "video/webm",
            "video/x-m4v",
            "video/x-matroska");

    /** Shown as {@code text/plain}. */
    private static final Set<String> TEXTS = Set.of(PLAIN, "text/csv", "text/markdown", "text/tab-separated-values");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([A-Za-z0-9._-]{1,40})\"?\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);

    private InlineType() {}

    /** Returns the type as which bytes of a type are shown; empty when they are not. */
    static Optional<String> of(String type) {
        String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (SHOWN.contains(name)) {
            return Optional.of(name);
        }
        return TEXTS.contains(name) ? Optional.of(PLAIN + charset(type)) : Optional.empty();
    }

    private static String charset(String type) {
        Matcher charset = CHARSET.matcher(type);
        return charset.find() ? "; charset=" + charset.group(1) : "";
    }
}
