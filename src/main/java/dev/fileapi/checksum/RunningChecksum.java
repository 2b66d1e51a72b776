package dev.fileapi.checksum;

/** One checksum of the bytes so far. Not safe for use by several threads at once. */
sealed interface RunningChecksum permits Crc64Nvme, RunningDigest {

    void update(byte[] bytes, int offset, int count);

    /** Returns what the computation is resumed from. */
    byte[] state();

    /** Returns the checksum of the bytes so far; more may follow. */
    byte[] value();
}
