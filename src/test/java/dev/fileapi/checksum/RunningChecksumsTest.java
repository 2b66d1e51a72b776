package dev.fileapi.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningChecksumsTest {

    private static final Set<ChecksumAlgorithm> ALL = EnumSet.allOf(ChecksumAlgorithm.class);

    /** FIPS 180-4 and RFC 6234, 8.5; RFC 1321, A.5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHA_256 | '' | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "SHA_256 | abc | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "SHA_256 | abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
                        + "| 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                "MD5 | '' | d41d8cd98f00b204e9800998ecf8427e",
                "MD5 | abc | 900150983cd24fb0d6963f7d28e17f72",
                "MD5 | 12345678901234567890123456789012345678901234567890123456789012345678901234567890"
                        + "| 57edf4a22be3c955ac49da2e2107b67a",
            })
    void digestsAreThoseOfTheirStandards(ChecksumAlgorithm algorithm, String text, String hex) {
        assertThat(hex(algorithm, text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(hex);
    }

    /** The check value of the catalogue of CRC algorithms, and the examples of the NVM Command Set Specification, "64b CRC". */
    @ParameterizedTest
    @MethodSource("crcs")
    void theCrcIsThatOfItsStandard(byte[] bytes, String hex) {
        assertThat(hex(ChecksumAlgorithm.CRC64NVME, bytes)).isEqualTo(hex);
    }

    static Stream<Object[]> crcs() {
        byte[] ones = new byte[4096];
        Arrays.fill(ones, (byte) -1);
        byte[] rising = new byte[4096];
        byte[] falling = new byte[4096];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = (byte) i;
            falling[i] = (byte) (255 - i);
        }
        return Stream.of(
                new Object[] {new byte[0], "0000000000000000"},
                new Object[] {"123456789".getBytes(StandardCharsets.US_ASCII), "ae8b14860a799888"},
                new Object[] {new byte[4096], "6482d367eb22b64e"},
                new Object[] {ones, "c0ddba7302eca3ac"},
                new Object[] {rising, "3e729f5f6750449c"},
                new Object[] {falling, "9a2df64b8e9e517e"});
    }

    @Test
    void sha256IsAlwaysAmongThem() {
        assertThat(RunningChecksums.of(Set.of()).checksums().values()).containsOnlyKeys(ChecksumAlgorithm.SHA_256);
        assertThat(RunningChecksums.of(Set.of(ChecksumAlgorithm.MD5))
                        .checksums()
                        .values())
                .containsOnlyKeys(ChecksumAlgorithm.SHA_256, ChecksumAlgorithm.MD5);
    }

    @Test
    void theyAreTheSameWhereverTheBytesAreDividedAndTheStateIsSaved() {
        byte[] bytes = bytes(200);
        Checksums whole = of(bytes);

        for (int offset = 0; offset <= bytes.length; offset++) {
            RunningChecksums first = RunningChecksums.of(ALL);
            first.update(ByteBuffer.wrap(bytes, 0, offset));
            RunningChecksums rest = RunningChecksums.resume(first.state());
            rest.update(ByteBuffer.wrap(bytes, offset, bytes.length - offset));

            assertThat(rest.checksums()).as("saved after %d bytes", offset).isEqualTo(whole);
        }
    }

    @Property
    void theyAreTheSameHoweverOftenTheStateIsSaved(@ForAll @Size(max = 50) List<@Size(max = 300) byte[]> pieces)
            throws NoSuchAlgorithmException {
        RunningChecksums running = RunningChecksums.of(ALL);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        for (byte[] piece : pieces) {
            running = RunningChecksums.resume(running.state());
            running.update(ByteBuffer.wrap(piece).asReadOnlyBuffer());
            sha256.update(piece);
            md5.update(piece);
        }

        assertThat(running.checksums().get(ChecksumAlgorithm.SHA_256)).isEqualTo(base64(sha256.digest()));
        assertThat(running.checksums().get(ChecksumAlgorithm.MD5)).isEqualTo(base64(md5.digest()));
        assertThat(running.checksums().get(ChecksumAlgorithm.CRC64NVME)).isEqualTo(base64(bitByBit(pieces)));
    }

    @Test
    void aBufferLargerThanAChunkIsReadToItsLimit() throws NoSuchAlgorithmException {
        byte[] bytes = bytes(200_001);
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();

        RunningChecksums running = RunningChecksums.of(ALL);
        running.update(buffer);

        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(running.checksums().get(ChecksumAlgorithm.SHA_256))
                .isEqualTo(base64(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void takingTheValueOrTheStateChangesNothing() {
        RunningChecksums running = RunningChecksums.of(ALL);
        running.update(ByteBuffer.wrap(bytes(63)));

        assertThat(running.state()).isEqualTo(running.state()).hasSizeLessThan(400);
        assertThat(running.checksums()).isEqualTo(running.checksums()).isEqualTo(of(bytes(63)));
    }

    /** Verifications in progress outlive an update of the service: where this fails, the form needs another version. */
    @Test
    void aStateThatAnEarlierVersionSavedIsResumed() {
        RunningChecksums running = RunningChecksums.resume(
                "AQAHc2hhLTI1NgBZAAAAAAAAAAAAAAAAAAAAZGxpAX0OxQZB3m0avc51AD0RIY40s8mNoS/yW4mCFW3kAAAACcDHztXc4+rx+P8GDRQbIikwNz5FTFNaYWhvdn2Ei5KZoKeutQkAA21kNQBJAAAAAAAAAAAAAAAAAAAAZOCrUE0xYqSffYVZgtDRx3oAAAAJ1c7HwPHq49wNBv/4KSIbFEU+NzBhWlNMfXZvaJmSi4S1rqegCQAJY3JjNjRudm1lAAiLit/CFs9PpPvq0gOCAqLh");
        running.update(ByteBuffer.wrap(bytes(200), 100, 100));

        assertThat(running.checksums()).isEqualTo(of(bytes(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "not base64!", "AQAHc2hhLTI1Ng=="})
    void whatIsNotAStateIsRefused(String text) {
        assertThatThrownBy(() -> RunningChecksums.resume(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a saved state");
    }

    @Test
    void aDamagedStateIsRefused() {
        RunningChecksums running = RunningChecksums.of(ALL);
        running.update(ByteBuffer.wrap(bytes(100)));
        byte[] state = Base64.getDecoder().decode(running.state());

        for (int i = 0; i < state.length; i++) {
            byte[] damaged = state.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> RunningChecksums.resume(base64(damaged)))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> RunningChecksums.resume(base64(Arrays.copyOf(state, state.length - 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStateOfALaterFormIsRefused() {
        Crc64Nvme check = new Crc64Nvme();
        check.update(new byte[] {2}, 0, 1);
        byte[] later = ByteBuffer.allocate(9).put((byte) 2).put(check.value()).array();

        assertThatThrownBy(() -> RunningChecksums.resume(base64(later)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown form: 2");
    }

    private static Checksums of(byte[] bytes) {
        RunningChecksums running = RunningChecksums.of(ALL);
        running.update(ByteBuffer.wrap(bytes));
        return running.checksums();
    }

    private static String hex(ChecksumAlgorithm algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(of(bytes).get(algorithm)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 7 + i / 256);
        }
        return bytes;
    }

    /** As the standard writes it down, without tables. */
    private static byte[] bitByBit(List<byte[]> pieces) {
        long crc = -1;
        for (byte[] piece : pieces) {
            for (byte next : piece) {
                crc ^= next & 0xff;
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : Long.reverse(0xad93d23594c93659L));
                }
            }
        }
        return ByteBuffer.allocate(Long.BYTES).putLong(~crc).array();
    }
}
