package dev.fileapi.http.wire;

import dev.fileapi.files.FileView;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.http.request.MoveFilesRequest;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns files into the records of the contract. */
@Singleton
public final class FileDocuments {

    private final ApiLinks links;

    FileDocuments(ApiLinks links) {
        this.links = links;
    }

    public DownloadFileResponse download(HttpRequest<?> request, FileView view) {
        FileRecord file = view.file();
        CommittedVersion version = view.version();
        List<VersionRecord> versions = view.versions();
        return new DownloadFileResponse(
                file.path().name(),
                file.path().folder(),
                file.id().value(),
                version.id().toString(),
                version.blob().size(),
                version.blob().etag(),
                file.createdAt(),
                UserInfo.of(file.createdBy()),
                version.createdAt(),
                UserInfo.of(version.createdBy()),
                deletedAt(file),
                deletedBy(file),
                view.download(),
                links.version(request, file, version.id()),
                versions == null
                        ? null
                        : versions.stream()
                                .map(each -> version(request, file, each))
                                .toList(),
                details(file, version));
    }

    /** Returns the result of a move. */
    public MoveFilesResponse.Item moved(HttpRequest<?> request, MoveFilesRequest.Item asked, FileRecord file) {
        return new MoveFilesResponse.Item(
                asked.file().path(), file.id().value(), asked.to(), listed(request, file), null);
    }

    /** Returns the record of a file that has a version. */
    ListedFile listed(HttpRequest<?> request, FileRecord file) {
        return listed(links.files(request, file.workspace()), file);
    }

    /** Returns the records of files of one workspace that each have a version. */
    List<ListedFile> listed(HttpRequest<?> request, List<FileRecord> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        String address = links.files(request, files.get(0).workspace());
        return files.stream().map(file -> listed(address, file)).toList();
    }

    private static ListedFile listed(String address, FileRecord file) {
        CommittedVersion latest = Objects.requireNonNull(file.latest(), "A list has only files with a version");
        return new ListedFile(
                file.path().name(),
                file.path().folder(),
                file.id().value(),
                latest.id().toString(),
                latest.blob().size(),
                latest.blob().etag(),
                file.createdAt(),
                UserInfo.of(file.createdBy()),
                latest.createdAt(),
                UserInfo.of(latest.createdBy()),
                deletedAt(file),
                deletedBy(file),
                new ListedFile.FileLinks(ApiLinks.version(address, file, latest.id())),
                details(file, latest));
    }

    private FileVersion version(HttpRequest<?> request, FileRecord file, VersionRecord version) {
        BlobInfo blob = Objects.requireNonNull(version.blob(), "A committed version has a blob");
        return new FileVersion(
                file.id().value(),
                version.id().toString(),
                file.path().name(),
                file.path().folder(),
                blob.size(),
                version.createdAt(),
                UserInfo.of(version.createdBy()),
                links.version(request, file, version.id()),
                ShownDetails.of(version.details(), blob, file.path().name()));
    }

    private static ShownDetails details(FileRecord file, CommittedVersion version) {
        return ShownDetails.of(version.details(), version.blob(), file.path().name());
    }

    private static @Nullable Instant deletedAt(FileRecord file) {
        Deletion deletion = file.deletion();
        return deletion == null ? null : deletion.at();
    }

    private static @Nullable UserInfo deletedBy(FileRecord file) {
        Deletion deletion = file.deletion();
        return deletion == null ? null : UserInfo.of(deletion.by());
    }
}
