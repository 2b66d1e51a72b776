package dev.fileapi.files.testing;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds version records of which a test says only what matters to it. Begins with an unconditional pending upload. */
public final class VersionRecordBuilder {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final User SOMEBODY =
            new User(UUID.fromString("5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11"), "Some Body", "some.body@example.com");

    private Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private FileId fileId = FileId.random();
    private VersionId id;
    private VersionState state = VersionState.PENDING;
    private Instant createdAt = BEGINNING;
    private User createdBy = SOMEBODY;
    private Instant linkExpiresAt = BEGINNING.plus(Duration.ofMinutes(30));
    private @Nullable SweepStage nextCheck = SweepStage.EARLY;
    private @Nullable Instant nextCheckAt = BEGINNING.plus(Duration.ofMinutes(5));
    private @Nullable UploadCondition condition;
    private @Nullable Long expectedSize;
    private VersionDetails details = VersionDetails.NONE;
    private @Nullable BlobInfo blob;
    private @Nullable Instant committedAt;
    private @Nullable RejectionReason rejection;
    private @Nullable VerificationTask verificationTask;
    private Revision revision = Revision.NONE;

    private VersionRecordBuilder(VersionId id) {
        this.id = id;
    }

    public static VersionRecordBuilder version(long id) {
        return new VersionRecordBuilder(new VersionId(id));
    }

    /** Begins with all that {@code version} says. */
    public static VersionRecordBuilder from(VersionRecord version) {
        VersionRecordBuilder builder = new VersionRecordBuilder(version.id());
        builder.workspace = version.workspace();
        builder.fileId = version.fileId();
        builder.state = version.state();
        builder.createdAt = version.createdAt();
        builder.createdBy = version.createdBy();
        builder.linkExpiresAt = version.linkExpiresAt();
        builder.nextCheck = version.nextCheck();
        builder.nextCheckAt = version.nextCheckAt();
        builder.condition = version.condition();
        builder.expectedSize = version.expectedSize();
        builder.details = version.details();
        builder.blob = version.blob();
        builder.committedAt = version.committedAt();
        builder.rejection = version.rejection();
        builder.verificationTask = version.verificationTask();
        builder.revision = version.revision();
        return builder;
    }

    public VersionRecordBuilder in(Workspace itsWorkspace) {
        this.workspace = itsWorkspace;
        return this;
    }

    public VersionRecordBuilder of(FileId file) {
        this.fileId = file;
        return this;
    }

    public VersionRecordBuilder of(FileRecord file) {
        return in(file.workspace()).of(file.id());
    }

    public VersionRecordBuilder id(VersionId itsId) {
        this.id = itsId;
        return this;
    }

    public VersionRecordBuilder state(VersionState itsState) {
        this.state = itsState;
        return this;
    }

    public VersionRecordBuilder createdAt(Instant time) {
        this.createdAt = time;
        return this;
    }

    public VersionRecordBuilder createdBy(User user) {
        this.createdBy = user;
        return this;
    }

    public VersionRecordBuilder linkExpiresAt(Instant time) {
        this.linkExpiresAt = time;
        return this;
    }

    public VersionRecordBuilder next(SweepStage check, Instant at) {
        this.nextCheck = check;
        this.nextCheckAt = at;
        return this;
    }

    public VersionRecordBuilder nothingNext() {
        this.nextCheck = null;
        this.nextCheckAt = null;
        return this;
    }

    public VersionRecordBuilder condition(@Nullable UploadCondition itsCondition) {
        this.condition = itsCondition;
        return this;
    }

    /** Committed then, with nothing left to do. */
    public VersionRecordBuilder committedAt(Instant time) {
        this.state = VersionState.COMMITTED;
        this.blob = new BlobInfo(3, "\"0x8DB\"", "2026-01-01T00:00:00.0000000Z", null, "text/plain");
        this.committedAt = time;
        return nothingNext();
    }

    public VersionRecordBuilder expectedSize(long bytes) {
        this.expectedSize = bytes;
        return this;
    }

    public VersionRecordBuilder withoutExpectedSize() {
        this.expectedSize = null;
        return this;
    }

    public VersionRecordBuilder details(VersionDetails itsDetails) {
        this.details = itsDetails;
        return this;
    }

    public VersionRecordBuilder verificationTask(@Nullable VerificationTask task) {
        this.verificationTask = task;
        return this;
    }

    public VersionRecordBuilder blob(@Nullable BlobInfo facts) {
        this.blob = facts;
        return this;
    }

    public VersionRecordBuilder rejection(RejectionReason reason) {
        this.state = VersionState.REJECTED;
        this.rejection = reason;
        return this;
    }

    public VersionRecordBuilder revision(Revision itsRevision) {
        this.revision = itsRevision;
        return this;
    }

    public VersionRecord build() {
        return new VersionRecord(
                workspace,
                fileId,
                id,
                state,
                createdAt,
                createdBy,
                linkExpiresAt,
                nextCheck,
                nextCheckAt,
                condition,
                expectedSize,
                details,
                blob,
                committedAt,
                rejection,
                verificationTask,
                revision);
    }
}
