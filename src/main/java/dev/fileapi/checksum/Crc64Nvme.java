package dev.fileapi.checksum;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * CRC-64/NVME (NVM Express NVM Command Set Specification, "64b CRC"): reflected, with all ones before and after.
 *
 * <p>By hand, because no maintained library in Maven Central computes it in Java. Eight bytes at a time, each with a table of its own
 * ("slicing by 8": Kounavis and Berry, "Novel Table Lookup-Based Algorithms for High-Performance CRC Generation").
 */
final class Crc64Nvme implements RunningChecksum {

    /** 0xad93d23594c93659 with its bits in reverse. */
    private static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;

    private static final int SLICES = Long.BYTES;
    private static final int BYTE_VALUES = 1 << Byte.SIZE;
    private static final int LOW_BYTE = BYTE_VALUES - 1;
    private static final long[][] TABLES = tables();

    private long crc;

    private Crc64Nvme(long crc) {
        this.crc = crc;
    }

    /** Of no bytes yet. */
    Crc64Nvme() {
        this(-1);
    }

    /** @param state of {@value Long#BYTES} bytes */
    static Crc64Nvme resume(byte[] state) {
        return new Crc64Nvme(ByteBuffer.wrap(state).getLong());
    }

    @Override
    public void update(byte[] bytes, int offset, int count) {
        ByteBuffer words = ByteBuffer.wrap(bytes, offset, count).order(ByteOrder.LITTLE_ENDIAN);
        long now = crc;
        while (words.remaining() >= SLICES) {
            now = ofWord(now ^ words.getLong());
        }
        while (words.hasRemaining()) {
            now = TABLES[0][(int) (now ^ words.get()) & LOW_BYTE] ^ now >>> Byte.SIZE;
        }
        crc = now;
    }

    private static long ofWord(long word) {
        return TABLES[7][(int) word & LOW_BYTE]
                ^ TABLES[6][(int) (word >>> 8) & LOW_BYTE]
                ^ TABLES[5][(int) (word >>> 16) & LOW_BYTE]
                ^ TABLES[4][(int) (word >>> 24) & LOW_BYTE]
                ^ TABLES[3][(int) (word >>> 32) & LOW_BYTE]
                ^ TABLES[2][(int) (word >>> 40) & LOW_BYTE]
                ^ TABLES[1][(int) (word >>> 48) & LOW_BYTE]
                ^ TABLES[0][(int) (word >>> 56)];
    }

    @Override
    public byte[] state() {
        return bytes(crc);
    }

    @Override
    public byte[] value() {
        return bytes(~crc);
    }

    private static byte[] bytes(long word) {
        return ByteBuffer.allocate(Long.BYTES).putLong(word).array();
    }

    /** The first is for the last byte of a word; each further one for the byte before. */
    private static long[][] tables() {
        long[][] tables = new long[SLICES][BYTE_VALUES];
        for (int value = 0; value < BYTE_VALUES; value++) {
            long crc = value;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : POLYNOMIAL);
            }
            tables[0][value] = crc;
        }
        for (int slice = 1; slice < SLICES; slice++) {
            for (int value = 0; value < BYTE_VALUES; value++) {
                long before = tables[slice - 1][value];
                tables[slice][value] = tables[0][(int) before & LOW_BYTE] ^ before >>> Byte.SIZE;
            }
        }
        return tables;
    }
}
