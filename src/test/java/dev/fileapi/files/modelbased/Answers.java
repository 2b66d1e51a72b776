package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.PathTakenException;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What callers get. */
final class Answers {

    static final Object DONE = "done";

    /** The function died before it could answer. */
    static final Object CRASHED = "crashed";

    static final Object NOT_FOUND = UnknownFileException.class;
    static final Object GONE = FileGoneException.class;
    static final Object COMPLETED = NoUploadInProgressException.class;
    static final Object PRECONDITION_FAILED = PreconditionFailedException.class;

    static final Object PATH_TAKEN = PathTakenException.class;

    private Answers() {}

    record Issued(FileId file, VersionId version) {}

    record Shown(
            FilePath path,
            VersionId version,
            User createdBy,
            Content content,
            @Nullable List<VersionId> versions) {}

    record Listed(FileId file, FilePath path, VersionId latest, String etag) {}

    record Progress(VersionState state, Instant linkExpiresAt, Instant discardedAt) {}

    /** Goes on with a file that is live, even while nascent; refuses any other. */
    static Course live(ModelFile file, Function<ModelFile, Course> next) {
        if (file.isDeleted()) {
            return Course.ended(file, file.isNascent() ? NOT_FOUND : GONE);
        }
        return file.state() == FileState.LIVE ? next.apply(file) : Course.ended(file, NOT_FOUND);
    }
}
