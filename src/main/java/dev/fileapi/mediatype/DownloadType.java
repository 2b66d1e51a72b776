package dev.fileapi.mediatype;

import io.micronaut.http.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Content-Type} of a download: the one that was told, else the blob's or, where that says nothing, that of the file's name. The table of names is
 * Micronaut's, from Apache httpd ({@code META-INF/http/mime.types}); the JDK's differs between its releases and machines.
 */
public final class DownloadType {

    private static final String UNKNOWN = "application/octet-stream";

    /** What HTTP libraries, and blob storage itself, send for bytes of which they were told nothing. */
    private static final Set<String> UNTOLD =
            Set.of(UNKNOWN, "binary/octet-stream", "application/x-www-form-urlencoded");

    /** Registered with IANA after the table was made. */
    private static final Map<String, String> NEWER = Map.ofEntries(
            Map.entry("avif", "image/avif"),
            Map.entry("geojson", "application/geo+json"),
            Map.entry("glb", "model/gltf-binary"),
            Map.entry("gltf", "model/gltf+json"),
            Map.entry("heic", "image/heic"),
            Map.entry("heif", "image/heif"),
            Map.entry("md", "text/markdown"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("parquet", "application/vnd.apache.parquet"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("yml", "application/yaml"),
            Map.entry("zst", "application/zstd"));

    private DownloadType() {}

    /**
     * Returns a type for a file.
     *
     * @param told for the version, when its link was issued; null when it was not
     * @param ofBlob as set on the blob with its bytes; null when none was
     */
    public static String of(@Nullable String told, @Nullable String ofBlob, String fileName) {
        if (told != null) {
            return told;
        }
        return ofBlob == null
                        || ofBlob.isBlank()
                        || UNTOLD.contains(ofBlob.strip().toLowerCase(Locale.ROOT))
                ? byName(fileName)
                : ofBlob;
    }

    private static String byName(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.length() == fileName.length()) {
            return UNKNOWN;
        }
        String newer = NEWER.get(extension);
        return newer != null
                ? newer
                : MediaType.forExtension(extension).map(MediaType::getName).orElse(UNKNOWN);
    }
}
