package dev.fileapi.checksum;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** Checksums of the same bytes by several algorithms, SHA-256 always among them. Not safe for use by several threads at once. */
public final class RunningChecksums {

    private static final int CHUNK = 1 << 16;

    private final Map<ChecksumAlgorithm, RunningChecksum> running;

    private RunningChecksums(Map<ChecksumAlgorithm, RunningChecksum> running) {
        this.running = running;
    }

    /** Returns those of no bytes yet, by these algorithms and SHA-256. */
    public static RunningChecksums of(Set<ChecksumAlgorithm> algorithms) {
        Map<ChecksumAlgorithm, RunningChecksum> running = new EnumMap<>(ChecksumAlgorithm.class);
        running.put(ChecksumAlgorithm.SHA_256, begin(ChecksumAlgorithm.SHA_256));
        algorithms.forEach(algorithm -> running.put(algorithm, begin(algorithm)));
        return new RunningChecksums(running);
    }

    /**
     * Returns those that were saved.
     *
     * @param state what {@link #state()} returned, be it of an earlier version of the service
     * @throws IllegalArgumentException when it is not such a state
     */
    public static RunningChecksums resume(String state) {
        Map<ChecksumAlgorithm, RunningChecksum> running = new EnumMap<>(ChecksumAlgorithm.class);
        SavedState.parse(state)
                .states()
                .forEach((algorithm, saved) -> running.put(algorithm, resume(algorithm, saved)));
        return new RunningChecksums(running);
    }

    /** Goes on with the bytes between the buffer's position and its limit, and moves the position there. */
    public void update(ByteBuffer bytes) {
        byte[] chunk = new byte[Math.min(CHUNK, bytes.remaining())];
        while (bytes.hasRemaining()) {
            int count = Math.min(chunk.length, bytes.remaining());
            bytes.get(chunk, 0, count);
            running.values().forEach(checksum -> checksum.update(chunk, 0, count));
        }
    }

    /** Returns what {@link #resume} goes on from, in base64: at most 400 characters. */
    public String state() {
        Map<ChecksumAlgorithm, byte[]> states = new EnumMap<>(ChecksumAlgorithm.class);
        running.forEach((algorithm, checksum) -> states.put(algorithm, checksum.state()));
        return new SavedState(states).text();
    }

    /** Returns the checksums of the bytes so far; more may follow. */
    public Checksums checksums() {
        Map<ChecksumAlgorithm, String> values = new EnumMap<>(ChecksumAlgorithm.class);
        running.forEach((algorithm, checksum) ->
                values.put(algorithm, Base64.getEncoder().encodeToString(checksum.value())));
        return new Checksums(values);
    }

    private static RunningChecksum begin(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> new RunningDigest<>(new SHA256Digest(), SHA256Digest::new);
            case MD5 -> new RunningDigest<>(new MD5Digest(), MD5Digest::new);
            case CRC64NVME -> new Crc64Nvme();
        };
    }

    private static RunningChecksum resume(ChecksumAlgorithm algorithm, byte[] state) {
        return switch (algorithm) {
            case SHA_256 -> new RunningDigest<>(new SHA256Digest(state), SHA256Digest::new);
            case MD5 -> new RunningDigest<>(new MD5Digest(state), MD5Digest::new);
            case CRC64NVME -> Crc64Nvme.resume(state);
        };
    }
}
