package dev.fileapi.cli.output;

import dev.fileapi.client.FileVersion;
import dev.fileapi.client.StoredFile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How files are printed. */
public final class FileLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Output output;

    public FileLines(Output output) {
        this.output = output;
    }

    /** Prints a file. */
    public void file(StoredFile file) {
        output.line("file", FileLine.of(file), row(file.size(), file.modifiedAt(), file.path()));
    }

    /** Prints a folder. */
    public void folder(String path) {
        output.line("folder", Output.of("path", path), String.format(Locale.ROOT, "%12s  %19s  %s", "", "", path));
    }

    /** Prints a version of a file. */
    public void version(FileVersion version) {
        output.line("version", version, row(version.size(), version.createdAt(), version.versionId()));
    }

    /** Prints all that is known of a file. */
    public void details(StoredFile file) {
        output.line(
                "file",
                FileLine.of(file),
                String.join(
                        "\n",
                        "path      " + file.path(),
                        "size      " + file.size(),
                        "modified  " + file.modifiedAt() + " by "
                                + file.modifiedBy().id(),
                        "source    " + (file.sourceModifiedAt() == null ? "-" : file.sourceModifiedAt()),
                        "type      " + file.contentType(),
                        "sha-256   " + file.checksums().sha256() + " ("
                                + file.verification().name().toLowerCase(Locale.ROOT) + ")",
                        "id        " + file.fileId(),
                        "version   " + file.versionId(),
                        "etag      " + file.etag(),
                        "tags      " + file.tags(),
                        "metadata  " + file.metadata()));
    }

    private static String row(long size, Instant time, String name) {
        return String.format(Locale.ROOT, "%12d  %s  %s", size, TIME.format(time), name);
    }
}
