package dev.fileapi.http.console;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the console as the build has made them, compressed. */
@Singleton
final class ConsoleFiles {

    static final String PAGE = "index.html";

    /** Names as the build gives them: no folders. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

    private static final Map<String, MediaType> TYPES = Map.of(
            "html", MediaType.of("text/html;charset=utf-8"),
            "js", MediaType.of("text/javascript"),
            "css", MediaType.of("text/css"),
            "svg", MediaType.of("image/svg+xml"));

    /** Returns the bytes of a file, compressed by gzip; empty when the build has not made such a file. */
    Optional<byte[]> gzipped(String folder, String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream file = ConsoleFiles.class.getResourceAsStream("/console/" + folder + name + ".gz")) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the media type of a file by its name. */
    static MediaType type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }
}
