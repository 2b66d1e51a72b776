package dev.fileapi.files.modelbased;

import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.FileView;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.CrashAfterStep;
import dev.fileapi.local.StandingClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A workspace of the real thing, with all that its callers have in their hands. */
final class RealFiles {

    static final List<User> CALLERS = List.of(
            new User(new UUID(0, 1), "Ada", "ada@example.com"),
            new User(new UUID(0, 2), "Grace", null),
            new User(new UUID(0, 3), null, null));
    static final List<FilePath> PATHS =
            List.of(new FilePath("report.csv"), new FilePath("reports/report.csv"), new FilePath("reports/readme"));

    private final MetadataStore store;
    private final BlobStore blobs;
    private final AzuriteExtension container;
    private final UseCases files;
    private final StandingClock clock;
    private final CrashAfterStep crash;
    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final LinkHolder client;
    private final List<Held> links = new ArrayList<>();

    /** @param files over ports in which {@code crash} happens */
    RealFiles(
            MetadataStore store,
            BlobStore blobs,
            AzuriteExtension container,
            UseCases files,
            StandingClock clock,
            CrashAfterStep crash,
            LinkHolder client) {
        this.store = store;
        this.blobs = blobs;
        this.container = container;
        this.files = files;
        this.clock = clock;
        this.crash = crash;
        this.client = client;
    }

    /** A link that a caller once got. */
    record Held(FileId file, VersionId version, URI link, Instant expiresAt) {}

    UseCases files() {
        return files;
    }

    Workspace workspace() {
        return workspace;
    }

    StandingClock clock() {
        return clock;
    }

    CrashAfterStep crash() {
        return crash;
    }

    LinkHolder client() {
        return client;
    }

    /** All links that were ever handed out, oldest first. */
    List<Held> links() {
        return links;
    }

    Answers.Issued held(UploadLink link) {
        links.add(new Held(
                link.fileId(), link.versionId(), link.link(), clock.instant().plus(Times.LINK)));
        return new Answers.Issued(link.fileId(), link.versionId());
    }

    Answers.Shown shown(FileView view) {
        List<VersionRecord> versions = view.versions();
        return new Answers.Shown(
                view.file().path(),
                view.version().id(),
                view.version().createdBy(),
                new Content(download(view.download()), view.version().blob().etag()),
                versions == null
                        ? null
                        : versions.stream().map(VersionRecord::id).toList());
    }

    Optional<FileId> at(FilePath path) {
        return store.findFile(workspace, Slot.of(path)).map(FileRecord::id);
    }

    SeenFile seen(FileId id) {
        return SeenFile.of(store.findFile(workspace, id).orElse(null), versions(id));
    }

    /** The bytes of a version that has ended, as they are on record. */
    Content recorded(VersionRecord version) {
        URI link = blobs.signDownload(
                version.blobName(),
                version.blob(),
                new Download("file", null, Disposition.ATTACHMENT),
                clock.instant().plus(Times.LINK));
        return new Content(download(link), version.blob().etag());
    }

    /** The tags that a sealed version is described with. */
    Map<String, String> describedTags(VersionRecord version) {
        Map<String, String> tags = new HashMap<>();
        blobs.updateDetails(version.blobName(), details -> {
            tags.putAll(details.tags());
            return details;
        });
        return tags;
    }

    List<VersionRecord> versions(FileId id) {
        return store.findVersions(workspace, id, EnumSet.allOf(VersionState.class), null, 1_000);
    }

    /** The ETag of what was committed to a blob; empty when nothing was. */
    Optional<String> etag(ModelOfFiles.Upload upload) {
        return container.etag(new BlobName(workspace, upload.file(), upload.version()));
    }

    boolean hasBlob(ModelOfFiles.Upload upload) {
        return blobs.isCommitted(new BlobName(workspace, upload.file(), upload.version()));
    }

    /** Whatever is on record goes, so that no sweep ever comes upon it again. */
    void forget(FileId id) {
        versions(id).forEach(store::removeVersion);
        store.findFile(workspace, id).ifPresent(store::removeFile);
    }

    private String download(URI link) {
        return new String(client.get(link).body(), StandardCharsets.UTF_8);
    }
}
