package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.VersionId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What should be true of a workspace. It is told what is seen after every operation, so there is one such state at a time. */
final class ModelOfFiles {

    /** No file ever has this id. */
    static final FileId NOWHERE = new FileId(new UUID(0, 0));

    static final Upload NO_UPLOAD = new Upload(NOWHERE, new VersionId(1));

    private final Clock clock;
    private final Map<FileId, ModelFile> files = new LinkedHashMap<>();
    private final List<Upload> uploads = new ArrayList<>();
    private final ModelKeys keys = new ModelKeys();

    ModelOfFiles(Clock clock) {
        this.clock = clock;
    }

    /** An upload that was ever issued. */
    record Upload(FileId file, VersionId version) {}

    Instant now() {
        return clock.instant();
    }

    ModelKeys keys() {
        return keys;
    }

    /** Every file there ever was. */
    Set<FileId> fileIds() {
        return Set.copyOf(files.keySet());
    }

    /** Every upload there ever was, oldest first. */
    List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    ModelFile file(FileId id) {
        return files.getOrDefault(id, ModelFile.NONE);
    }

    /** The live file at the path, even while nascent; {@link #NOWHERE} when there is none. */
    FileId at(FilePath path) {
        return files.keySet().stream()
                .filter(id -> file(id).isLive() && file(id).path().equals(path))
                .findFirst()
                .orElse(NOWHERE);
    }

    void put(FileId id, ModelFile file) {
        if (id.equals(NOWHERE)) {
            return;
        }
        Set<VersionId> known = file(id).versions().keySet();
        file.versions().keySet().stream()
                .filter(version -> !known.contains(version))
                .forEach(version -> uploads.add(new Upload(id, version)));
        files.put(id, file);
    }

    /** A file that was ever there, counted back from the newest; {@link #NOWHERE} while there was none. */
    FileId pickFile(int pick) {
        return picked(List.copyOf(files.keySet()), pick, NOWHERE);
    }

    /** An upload that was ever issued, counted back from the newest. */
    Upload pickUpload(int pick) {
        return picked(uploads, pick, NO_UPLOAD);
    }

    static <T> T picked(List<T> all, int pick, T none) {
        return all.isEmpty() ? none : all.get(all.size() - 1 - pick % all.size());
    }
}
