package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.testing.ChecksumsOf;
import dev.fileapi.files.testing.Racing;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes are compared with what was told of them when they are sealed. */
class SealToldBlobTest {

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private static final int MANY = 10_000_000;

    /** More than come with the look at a blob. */
    private static final int SOME = 100_000;

    private static final ChecksumSettings FIVE_BYTES = new ChecksumSettings(5, 64 << 20, true, "");
    private static final ChecksumSettings NEVER = new ChecksumSettings(0, 64 << 20, true, "");
    private static final ChecksumSettings NOT_COMPUTED = new ChecksumSettings(5, 64 << 20, false, "");

    private final LinkHolder uploader = new LinkHolder();
    private final RecordedCalls calls = new RecordedCalls();
    private final Clock clock = Clock.systemUTC();
    private final BlobName name = Blobs.random();
    private BlobStore store;
    private URI link;

    @BeforeEach
    void issue() {
        store = AZURITE.store(clock, AzuriteExtension.CHECKSUMS, calls.client());
        link = store.signUpload(name, inHalfAnHour());
    }

    @ParameterizedTest
    @EnumSource
    void bytesWithTheChecksumThatWasToldAreVerified(ChecksumAlgorithm algorithm) {
        uploader.put(link, "bytes");

        SealedBlob sealed = sealed(told("bytes", algorithm), null);

        assertThat(sealed.details().verification()).isEqualTo(Verification.VERIFIED);
        assertThat(sealed.details().checksums())
                .isEqualTo(ChecksumsOf.bytes("bytes", algorithm, ChecksumAlgorithm.SHA_256));
    }

    @ParameterizedTest
    @EnumSource
    void bytesWithAnotherOneAreRefusedAndNeverDescribed(ChecksumAlgorithm algorithm) {
        uploader.put(link, "other");

        assertThat(seal(told("bytes", algorithm), null)).isEqualTo(refused(RejectionReason.WRONG_CHECKSUM));
        assertThat(seal(told("bytes", algorithm), 5L)).isEqualTo(refused(RejectionReason.WRONG_CHECKSUM));
        assertThat(AZURITE.blobNames()).doesNotContain(DescriptionBlob.name(name));
    }

    @Test
    void oneWrongChecksumOfSeveralIsEnough() {
        uploader.put(link, "bytes");
        VersionDetails told = told(ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256, ChecksumAlgorithm.MD5)
                .with(ChecksumAlgorithm.CRC64NVME, ChecksumsOf.value("other", ChecksumAlgorithm.CRC64NVME)));

        assertThat(seal(told, null)).isEqualTo(refused(RejectionReason.WRONG_CHECKSUM));
    }

    @Test
    void whatWasSentInBlocksIsVerifiedToo() {
        uploader.stage(link, "b", "by");
        uploader.stage(link, "a", "tes");
        uploader.commit(link, "b", "a");

        assertThat(sealed(told("bytes", ChecksumAlgorithm.SHA_256), 5L).details())
                .returns(Verification.VERIFIED, VersionDetails::verification);
    }

    @Test
    void anEmptyFileIsVerifiedWithoutBeingRead() {
        uploader.commit(link);

        assertThat(sealed(told("", ChecksumAlgorithm.MD5), 0L).details())
                .returns(Verification.VERIFIED, VersionDetails::verification)
                .returns(
                        ChecksumsOf.bytes("", ChecksumAlgorithm.MD5, ChecksumAlgorithm.SHA_256),
                        VersionDetails::checksums);
        assertThat(calls.readsOfSnapshots()).isZero();
    }

    @Test
    void anEmptyFileWithTheChecksumOfAnotherOneIsRefused() {
        uploader.commit(link);

        assertThat(seal(told("bytes", ChecksumAlgorithm.SHA_256), null))
                .isEqualTo(refused(RejectionReason.WRONG_CHECKSUM));
    }

    @Test
    void aVersionOfSeveralRangesIsReadInOrder() {
        String bytes = manyBytes(MANY);
        uploader.put(link, bytes);
        BlobStore large = AZURITE.store(clock, new ChecksumSettings(MANY, 64 << 20, true, ""), calls.client());

        SealOutcome outcome = large.seal(name, describing(told(bytes, ChecksumAlgorithm.CRC64NVME)), (long) MANY);

        assertThat(((SealOutcome.Sealed) outcome).blob().details().checksums())
                .isEqualTo(ChecksumsOf.bytes(bytes, ChecksumAlgorithm.CRC64NVME, ChecksumAlgorithm.SHA_256));
        assertThat(calls.readsOfSnapshots()).isEqualTo(3);
    }

    @Test
    void bytesOfWhichNothingWasToldGetTheirSha256() {
        uploader.put(link, "bytes");

        assertThat(sealed(VersionDetails.NONE, null).details())
                .returns(Verification.UNVERIFIED, VersionDetails::verification)
                .returns(ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256), VersionDetails::checksums);
    }

    @Test
    void fewBytesComeWithTheLookAtTheirBlob() {
        uploader.put(link, "bytes");
        calls.forget();

        sealed(VersionDetails.NONE, null);

        assertThat(calls.count()).as("look, lease, snapshot, description").isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537})
    void moreAreReadOfTheSnapshot(int size) {
        String bytes = manyBytes(size);
        uploader.put(link, bytes);

        SealedBlob sealed = sealed(told(bytes, ChecksumAlgorithm.CRC64NVME), null);

        assertThat(sealed.details().checksums())
                .isEqualTo(ChecksumsOf.bytes(bytes, ChecksumAlgorithm.CRC64NVME, ChecksumAlgorithm.SHA_256));
        assertThat(sealed.facts().size()).isEqualTo(size);
        assertThat(calls.readsOfSnapshots()).isEqualTo(size <= 65_536 ? 0 : 1);
    }

    @Test
    void theMd5OfAllBytesIsRecordedWhetherTheyAreReadOrNot() {
        String bytes = manyBytes(SOME);
        uploader.put(link, bytes);
        BlobName other = Blobs.random();
        uploader.put(store.signUpload(other, inHalfAnHour()), "bytes");

        assertThat(sealed(VersionDetails.NONE, null).facts().contentMd5())
                .isEqualTo(ChecksumsOf.value(bytes, ChecksumAlgorithm.MD5));
        assertThat(((SealOutcome.Sealed) store.seal(other, Blobs.description(), null))
                        .blob()
                        .facts()
                        .contentMd5())
                .isEqualTo(ChecksumsOf.value("bytes", ChecksumAlgorithm.MD5));
    }

    @Test
    void bytesThatAreOverwrittenAfterTheLookAreLookedAtAgain() {
        uploader.put(link, "bytes");
        calls.beforeNextLease(() -> uploader.put(link, "other"));

        SealedBlob sealed = sealed(VersionDetails.NONE, null);

        assertThat(sealed.details().checksums()).isEqualTo(ChecksumsOf.bytes("other", ChecksumAlgorithm.SHA_256));
        assertThat(bytes(sealed.facts(), 0, 5)).isEqualTo("other");
    }

    @Test
    void bytesThatAreNoLongerThoseThatWereToldAreRefused() {
        uploader.put(link, "bytes");
        calls.beforeNextLease(() -> uploader.put(link, "other"));

        assertThat(seal(told("bytes", ChecksumAlgorithm.SHA_256), 5L))
                .isEqualTo(refused(RejectionReason.WRONG_CHECKSUM));
    }

    @Test
    void theyDoNotWhenThatIsTurnedOff() {
        store = AZURITE.store(clock, NOT_COMPUTED, calls.client());
        uploader.put(link, "bytes");

        assertThat(sealed(VersionDetails.NONE, null).details()).isEqualTo(VersionDetails.NONE);
        assertThat(calls.readsOfSnapshots()).isZero();
    }

    @Test
    void whatWasToldIsVerifiedAllTheSameWhenThatIsTurnedOff() {
        store = AZURITE.store(clock, NOT_COMPUTED, calls.client());
        uploader.put(link, "bytes");

        assertThat(sealed(told("bytes", ChecksumAlgorithm.MD5), null).details())
                .returns(Verification.VERIFIED, VersionDetails::verification);
    }

    @Test
    void aVersionOverTheLimitIsNotReadAndItsVerificationIsPending() {
        store = AZURITE.store(clock, FIVE_BYTES, calls.client());
        uploader.put(link, "others");
        VersionDetails told = told("bytes.", ChecksumAlgorithm.SHA_256);

        assertThat(sealed(told, 6L).details()).isEqualTo(told);
        assertThat(calls.readsOfSnapshots()).isZero();
    }

    @Test
    void withALimitOfZeroOnlyEmptyFilesAreVerified() {
        store = AZURITE.store(clock, NEVER, calls.client());
        uploader.commit(link);
        assertThat(sealed(told("", ChecksumAlgorithm.SHA_256), null).details())
                .returns(Verification.VERIFIED, VersionDetails::verification);

        BlobName other = Blobs.random();
        uploader.put(store.signUpload(other, inHalfAnHour()), "bytes");
        VersionDetails told = told("bytes", ChecksumAlgorithm.SHA_256);
        assertThat(((SealOutcome.Sealed) store.seal(other, describing(told), null))
                        .blob()
                        .details())
                .isEqualTo(told);
        assertThat(calls.readsOfSnapshots()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 6, Long.MAX_VALUE})
    void anotherSizeThanWasToldIsRefused(long size) {
        uploader.put(link, "bytes");

        assertThat(seal(VersionDetails.NONE, size)).isEqualTo(refused(RejectionReason.WRONG_SIZE));
        assertThat(AZURITE.blobNames()).doesNotContain(DescriptionBlob.name(name));
        assertThat(AZURITE.snapshots(name)).isEmpty();
    }

    /** The size of a version of any size is compared, whether it is read or not. */
    @Test
    void theSizeOfAVersionOverTheLimitIsCompared() {
        store = AZURITE.store(clock, NEVER, calls.client());
        uploader.put(link, "bytes");

        assertThat(seal(told("other.", ChecksumAlgorithm.SHA_256), 6L)).isEqualTo(refused(RejectionReason.WRONG_SIZE));
    }

    @Test
    void anMd5OfTheServiceThatIsNotTheToldOneIsRefusedWithoutReading() {
        store = AZURITE.store(clock, NEVER, calls.client());
        uploader.put(link, "other");

        assertThat(seal(told("bytes", ChecksumAlgorithm.MD5), null)).isEqualTo(refused(RejectionReason.WRONG_CHECKSUM));
        assertThat(AZURITE.snapshots(name)).isEmpty();
    }

    /** A header that goes with a list of blocks is stored unread: the holder of the link can write any MD5 there. */
    @Test
    void aForgedMd5DoesNotMakeOtherBytesThoseThatWereTold() {
        uploader.stage(link, "a", "other");
        String md5 = ChecksumsOf.value("bytes", ChecksumAlgorithm.MD5);
        uploader.commitWith(link, List.of("a"), "x-ms-blob-content-md5", md5);
        VersionDetails told = told("bytes", ChecksumAlgorithm.MD5);

        assertThat(seal(told, 5L)).isEqualTo(refused(RejectionReason.WRONG_CHECKSUM));

        store = AZURITE.store(clock, NEVER, calls.client());
        assertThat(sealed(told, 5L).details())
                .as("over the limit a match proves nothing")
                .isEqualTo(told);
    }

    @Test
    void aDescriptionThatIsThereWinsOverWhatIsWrittenByForceLater() {
        uploader.put(link, "bytes");
        VersionDetails told = told("bytes", ChecksumAlgorithm.SHA_256);
        SealedBlob first = sealed(told, 5L);
        uploader.breakLease(link);
        uploader.put(link, "other bytes");

        SealedBlob again = sealed(told, 5L);

        assertThat(again.facts()).isEqualTo(first.facts());
        assertThat(again.details()).isEqualTo(first.details());
        assertThat(again.details().verification()).isEqualTo(Verification.VERIFIED);
    }

    @Test
    void manyWhoSealAtOnceAgree() {
        uploader.put(link, "bytes");
        VersionDetails told = told("bytes", ChecksumAlgorithm.SHA_256);

        List<VersionDetails> details = Racing.all(8, racer -> sealed(told, 5L).details());

        assertThat(details).containsOnly(details.get(0));
        assertThat(details.get(0).verification()).isEqualTo(Verification.VERIFIED);
        assertThat(AZURITE.snapshots(name)).hasSize(1);
    }

    @Test
    void manyWhoSealOtherBytesAtOnceAreAllRefused() {
        uploader.put(link, "other");

        assertThat(Racing.all(8, racer -> seal(told("bytes", ChecksumAlgorithm.SHA_256), 5L)))
                .containsOnly(refused(RejectionReason.WRONG_CHECKSUM));
        store.delete(name);
        assertThat(AZURITE.blobNames()).noneMatch(blob -> blob.startsWith(name.toString()));
        assertThat(AZURITE.snapshots(name)).isEmpty();
    }

    /** However the holder of a link and those who seal take turns: what is verified has the checksum that was told. */
    @Test
    void whoeverOverwritesWhileOthersSealChangesNothingOfWhatIsVerified() {
        VersionDetails told = told("bytes", ChecksumAlgorithm.SHA_256);
        uploader.put(link, "bytes");

        List<@Nullable SealOutcome> outcomes = Racing.all(6, racer -> {
            if (racer % 2 == 0) {
                uploader.breakLease(link);
                uploader.put(link, racer == 0 ? "other" : "bytes");
                return null;
            }
            return seal(told, null);
        });

        outcomes.stream()
                .filter(SealOutcome.Sealed.class::isInstance)
                .map(outcome -> ((SealOutcome.Sealed) outcome).blob())
                .forEach(verified -> assertThat(bytes(verified.facts(), 0, 5)).isEqualTo("bytes"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, SOME})
    void aReadThatFailsIsAnOutageAndSealingGoesOnLater(int size) {
        String bytes = manyBytes(size);
        uploader.put(link, bytes);
        VersionDetails told = told(bytes, ChecksumAlgorithm.SHA_256);
        calls.failLooks(size == 5);
        calls.failReadsOfSnapshots(true);

        assertThatThrownBy(() -> seal(told, (long) size)).isInstanceOf(BlobStoreException.class);
        assertThat(AZURITE.blobNames()).doesNotContain(DescriptionBlob.name(name));

        calls.failLooks(false);
        calls.failReadsOfSnapshots(false);
        assertThat(sealed(told, (long) size).details().verification()).isEqualTo(Verification.VERIFIED);
    }

    @Test
    void sealedBytesAreReadInPartsAndInOrder() {
        String bytes = manyBytes(MANY);
        uploader.put(link, bytes);
        BlobInfo facts = sealed(VersionDetails.NONE, null).facts();

        assertThat(bytes(facts, 0, MANY)).isEqualTo(bytes);
        assertThat(bytes(facts, 4_000_000, 5_000_000)).isEqualTo(bytes.substring(4_000_000, 9_000_000));
        assertThat(bytes(facts, MANY - 1, 1)).isEqualTo(bytes.substring(MANY - 1));
        assertThat(bytes(facts, MANY, 0)).isEmpty();
    }

    @Test
    void theSealedBytesAreReadAndNotWhatIsWrittenByForceLater() {
        uploader.put(link, "bytes");
        BlobInfo facts = sealed(VersionDetails.NONE, null).facts();
        uploader.breakLease(link);
        uploader.put(link, "other");

        assertThat(bytes(facts, 0, 5)).isEqualTo("bytes");
    }

    @Test
    void fewerBytesThanAreAskedForAreAnError() {
        uploader.put(link, "bytes");
        BlobInfo facts = sealed(VersionDetails.NONE, null).facts();

        assertThatThrownBy(() -> bytes(facts, 0, 6)).isInstanceOf(BlobStoreException.class);
        assertThatThrownBy(() -> bytes(facts, 5, 1)).isInstanceOf(BlobStoreException.class);
    }

    private SealOutcome seal(VersionDetails told, @Nullable Long size) {
        return store.seal(name, describing(told), size);
    }

    private SealedBlob sealed(VersionDetails told, @Nullable Long size) {
        SealOutcome outcome = seal(told, size);
        assertThat(outcome).isInstanceOf(SealOutcome.Sealed.class);
        return ((SealOutcome.Sealed) outcome).blob();
    }

    private String bytes(BlobInfo facts, long offset, long count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.read(name, facts, offset, count, piece -> {
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            bytes.writeBytes(copy);
        });
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static SealOutcome refused(RejectionReason reason) {
        return new SealOutcome.Refused(reason, true);
    }

    private static VersionDescription describing(VersionDetails told) {
        return Blobs.description().withDetails(told);
    }

    private static VersionDetails told(String bytes, ChecksumAlgorithm algorithm) {
        return told(ChecksumsOf.bytes(bytes, algorithm));
    }

    private static VersionDetails told(Checksums checksums) {
        return new Declaration(null, checksums, null, null, null, null).details(Map.of());
    }

    private static String manyBytes(int count) {
        StringBuilder bytes = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            bytes.append((char) ('a' + (i / 7 + i / 100_003) % 26));
        }
        return bytes.toString();
    }

    private Instant inHalfAnHour() {
        return clock.instant().plus(Duration.ofMinutes(30));
    }
}
