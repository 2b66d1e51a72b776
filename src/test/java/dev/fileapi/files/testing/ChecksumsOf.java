package dev.fileapi.files.testing;

import dev.fileapi.checksum.RunningChecksums;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** The checksums of a text in ASCII, as an honest client tells them. */
public final class ChecksumsOf {

    private ChecksumsOf() {}

    public static Checksums bytes(String text, ChecksumAlgorithm... algorithms) {
        Checksums checksums = Checksums.NONE;
        for (ChecksumAlgorithm algorithm : algorithms) {
            checksums = checksums.with(algorithm, value(text, algorithm));
        }
        return checksums;
    }

    /** The checksum by one algorithm, in base64. */
    public static String value(String text, ChecksumAlgorithm algorithm) {
        RunningChecksums running = RunningChecksums.of(Set.of(algorithm));
        running.update(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        return Objects.requireNonNull(running.checksums().get(algorithm));
    }
}
