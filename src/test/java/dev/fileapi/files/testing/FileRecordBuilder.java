package dev.fileapi.files.testing;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds file records of which a test says only what matters to it. Begins with a live file with one version. */
public final class FileRecordBuilder {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final User SOMEBODY =
            new User(UUID.fromString("5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11"), "Some Body", "some.body@example.com");

    private Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private FileId id = FileId.random();
    private FilePath path;
    private FileState state = FileState.LIVE;
    private Instant createdAt = BEGINNING;
    private User createdBy = SOMEBODY;
    private @Nullable CommittedVersion latest = latestAt(BEGINNING, SOMEBODY);
    private @Nullable Deletion deletion;
    private @Nullable Instant nextCheckAt;
    private Revision revision = Revision.NONE;

    private FileRecordBuilder(String path) {
        this.path = new FilePath(path);
    }

    public static FileRecordBuilder file(String path) {
        return new FileRecordBuilder(path);
    }

    /** Begins with all that {@code file} says. */
    public static FileRecordBuilder from(FileRecord file) {
        FileRecordBuilder builder = new FileRecordBuilder(file.path().value());
        builder.workspace = file.workspace();
        builder.id = file.id();
        builder.state = file.state();
        builder.createdAt = file.createdAt();
        builder.createdBy = file.createdBy();
        builder.latest = file.latest();
        builder.deletion = file.deletion();
        builder.nextCheckAt = file.nextCheckAt();
        builder.revision = file.revision();
        return builder;
    }

    public FileRecordBuilder in(Workspace itsWorkspace) {
        this.workspace = itsWorkspace;
        return this;
    }

    public FileRecordBuilder id(FileId itsId) {
        this.id = itsId;
        return this;
    }

    public FileRecordBuilder path(String itsPath) {
        this.path = new FilePath(itsPath);
        return this;
    }

    public FileRecordBuilder state(FileState itsState) {
        this.state = itsState;
        return this;
    }

    public FileRecordBuilder createdAt(Instant time) {
        this.createdAt = time;
        return this;
    }

    public FileRecordBuilder createdBy(User user) {
        this.createdBy = user;
        return this;
    }

    public FileRecordBuilder latest(@Nullable CommittedVersion version) {
        this.latest = version;
        return this;
    }

    public FileRecordBuilder nascent() {
        return latest(null);
    }

    /** With a latest version created then by the file's creator. */
    public FileRecordBuilder modifiedAt(Instant time) {
        return latest(latestAt(time, createdBy));
    }

    /** With a latest version created then by this user. */
    public FileRecordBuilder modifiedAt(Instant time, User user) {
        return latest(latestAt(time, user));
    }

    /** With a latest version of this size. */
    public FileRecordBuilder size(long bytes) {
        CommittedVersion version = Objects.requireNonNull(latest, "a nascent file has no size");
        BlobInfo blob = version.blob();
        return latest(new CommittedVersion(
                version.id(),
                new BlobInfo(bytes, blob.etag(), blob.snapshot(), blob.contentMd5(), blob.contentType()),
                version.details(),
                version.createdAt(),
                version.createdBy()));
    }

    /** With a latest version of which this is known. */
    public FileRecordBuilder details(VersionDetails details) {
        CommittedVersion version = Objects.requireNonNull(latest, "of a nascent file nothing is known");
        return latest(
                new CommittedVersion(version.id(), version.blob(), details, version.createdAt(), version.createdBy()));
    }

    public FileRecordBuilder deletedAt(Instant time) {
        return deletedAt(time, createdBy);
    }

    public FileRecordBuilder deletedAt(Instant time, User user) {
        this.state = FileState.DELETED;
        this.deletion = new Deletion(time, user);
        return this;
    }

    public FileRecordBuilder restored() {
        this.state = FileState.LIVE;
        this.deletion = null;
        return this;
    }

    public FileRecordBuilder nextCheckAt(@Nullable Instant time) {
        this.nextCheckAt = time;
        return this;
    }

    public FileRecordBuilder revision(Revision itsRevision) {
        this.revision = itsRevision;
        return this;
    }

    public FileRecord build() {
        return new FileRecord(
                workspace, id, path, state, createdAt, createdBy, latest, deletion, nextCheckAt, revision);
    }

    private static CommittedVersion latestAt(Instant time, User user) {
        BlobInfo blob = new BlobInfo(3, "\"0x8DB\"", "2026-01-01T00:00:00.0000000Z", "rL0Y20zC+Fzt72VPzMSk2A==", null);
        return new CommittedVersion(VersionId.issuedAt(time, null), blob, VersionDetails.NONE, time, user);
    }
}
