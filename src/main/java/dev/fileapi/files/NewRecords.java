package dev.fileapi.files;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.NewFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the records of new files and uploads, with the times of their first checks. */
@Singleton
final class NewRecords {

    private final Deadlines deadlines;
    private final Clock clock;

    NewRecords(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Returns a nascent file with an upload to it. */
    NewFile first(
            Workspace workspace,
            FilePath path,
            User user,
            @Nullable UploadCondition condition,
            Declaration declaration) {
        FileRecord file = nascent(workspace, path, user);
        return new NewFile(
                file, pending(file, VersionId.issuedAt(clock.instant(), null), user, condition, declaration));
    }

    /** Returns a live file without a version. */
    FileRecord nascent(Workspace workspace, FilePath path, User user) {
        Instant now = clock.instant();
        return new FileRecord(
                workspace,
                FileId.random(),
                path,
                FileState.LIVE,
                now,
                user,
                null,
                null,
                deadlines.nascentFileCheck(now),
                Revision.NONE);
    }

    /** Returns an upload to the file, which takes over the tags of its latest version where none are declared. */
    VersionRecord pending(
            FileRecord file, VersionId id, User user, @Nullable UploadCondition condition, Declaration declaration) {
        Instant now = clock.instant();
        CommittedVersion latest = file.latest();
        Map<String, String> tags = latest == null ? Map.of() : latest.details().tags();
        return new VersionRecord(
                file.workspace(),
                file.id(),
                id,
                VersionState.PENDING,
                now,
                user,
                deadlines.uploadLinkExpiry(now),
                SweepStage.EARLY,
                deadlines.earlyCheck(now),
                condition,
                declaration.size(),
                declaration.details(tags),
                null,
                null,
                null,
                null,
                Revision.NONE);
    }
}
