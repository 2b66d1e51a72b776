package dev.fileapi.checksum;

import dev.fileapi.files.model.ChecksumAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/**
 * The states of several running checksums as one text: base64 of a byte with the version of this form, for each algorithm its name and its
 * state, and a checksum of all that, since what follows from a damaged state would be a wrong checksum.
 */
record SavedState(Map<ChecksumAlgorithm, byte[]> states) {

    private static final int VERSION = 1;

    static SavedState parse(String text) {
        byte[] bytes = decode(text);
        int end = bytes.length - ChecksumAlgorithm.CRC64NVME.bytes();
        if (end < 1 || !Arrays.equals(checksum(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new IllegalArgumentException("This is not a saved state of checksums.");
        }
        if (bytes[0] != VERSION) {
            throw new IllegalArgumentException("This state of checksums was saved in an unknown form: " + bytes[0]);
        }
        return new SavedState(read(new DataInputStream(new ByteArrayInputStream(bytes, 1, end - 1))));
    }

    String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(new DataOutputStream(bytes));
        bytes.writeBytes(checksum(bytes.toByteArray(), bytes.size()));
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("This is not a saved state of checksums: not base64.", e);
        }
    }

    private static Map<ChecksumAlgorithm, byte[]> read(DataInputStream in) {
        Map<ChecksumAlgorithm, byte[]> states = new EnumMap<>(ChecksumAlgorithm.class);
        try {
            while (in.available() > 0) {
                String word = in.readUTF();
                ChecksumAlgorithm algorithm = ChecksumAlgorithm.of(word)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "This state is of a checksum by an unknown algorithm: " + word));
                states.put(algorithm, in.readNBytes(in.readUnsignedShort()));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("This is not a saved state of checksums.", e);
        }
        return states;
    }

    private void write(DataOutputStream out) {
        try {
            out.writeByte(VERSION);
            for (Map.Entry<ChecksumAlgorithm, byte[]> saved : states.entrySet()) {
                out.writeUTF(saved.getKey().word());
                out.writeShort(saved.getValue().length);
                out.write(saved.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be written.", e);
        }
    }

    private static byte[] checksum(byte[] bytes, int count) {
        Crc64Nvme crc = new Crc64Nvme();
        crc.update(bytes, 0, count);
        return crc.value();
    }
}
