package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which versions idempotency keys stand for. After a crash a key may stand for one version, another or none. */
final class ModelKeys {

    private final Map<Key, Set<Meaning>> meanings = new HashMap<>();

    record Key(FileId file, User user, String key) {}

    /** @param version null: the key was not used yet */
    private record Meaning(@Nullable VersionId version, Instant expiresAt) {

        static final Meaning NONE = new Meaning(null, Instant.MAX);

        Meaning at(Instant now) {
            return expiresAt.isAfter(now) ? this : NONE;
        }
    }

    /** The versions that the key may stand for when it is used now and would else stand for {@code proposed}. */
    Set<VersionId> versions(Key key, VersionId proposed, Instant now) {
        return at(key, now).stream()
                .map(meaning -> meaning.version() == null ? proposed : meaning.version())
                .collect(Collectors.toSet());
    }

    /** It was seen what the key stands for. */
    void learn(Key key, VersionId version, Instant now) {
        Meaning meaning = at(key, now).stream()
                .filter(possible -> version.equals(possible.version()))
                .findFirst()
                .orElse(new Meaning(version, now.plus(Times.KEY)));
        meanings.put(key, Set.of(meaning));
    }

    /** The key may or may not have been used for {@code proposed}. */
    void doubt(Key key, VersionId proposed, Instant now) {
        Set<Meaning> possible = new HashSet<>(at(key, now));
        if (possible.contains(Meaning.NONE)) {
            possible.add(new Meaning(proposed, now.plus(Times.KEY)));
        }
        meanings.put(key, possible);
    }

    private Set<Meaning> at(Key key, Instant now) {
        return meanings.getOrDefault(key, Set.of(Meaning.NONE)).stream()
                .map(meaning -> meaning.at(now))
                .collect(Collectors.toSet());
    }
}
