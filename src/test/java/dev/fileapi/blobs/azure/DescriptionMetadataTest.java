package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What the records say fits into a blob's metadata and comes back from them. */
class DescriptionMetadataTest {

    private static final String ETAG = "\"0x8DB1234567890AB\"";
    private static final BlobInfo FACTS = new BlobInfo(
            5, ETAG, "2026-01-02T03:04:05.1234567Z", "iwTV43ddKY54RV78XKQE1Q==", "text/plain; charset=utf-8");

    @Property(tries = 500)
    void anyVersionComesBack(
            @ForAll("paths") FilePath path,
            @ForAll("users") User user,
            @ForAll("conditions") UploadCondition condition,
            @ForAll boolean superseded) {
        DescribedVersion version = new DescribedVersion(version(path, user, condition), FACTS, superseded);

        Map<String, String> metadata = DescriptionMetadata.of(version);

        assertThat(DescriptionMetadata.parse(metadata)).isEqualTo(version);
        fits(metadata);
    }

    @Property(tries = 500)
    void anyDetailsComeBack(
            @ForAll("paths") FilePath path, @ForAll("users") User user, @ForAll("details") VersionDetails details) {
        DescribedVersion version =
                new DescribedVersion(version(path, user, null).withDetails(details), FACTS, false);

        WrittenDescription written = WrittenDescription.of(version);

        assertThat(written.parse()).isEqualTo(version);
        assertThat(written.content().isEmpty()).isEqualTo(!WrittenDescription.needsContent(written.metadata()));
        fits(written.metadata());
    }

    @Property(tries = 500)
    void anyMarkComesBack(@ForAll("paths") FilePath path, @ForAll("users") User user, @ForAll boolean deleted) {
        Deletion deletion = deleted ? new Deletion(Blobs.TIME.plusSeconds(9), user) : null;
        FileMarker marker = new FileMarker(
                new Workspace(new UUID(1, 2), new UUID(3, 4)), FileId.random(), path, Blobs.TIME, user, deletion);

        Map<String, String> metadata = MarkerBlob.metadata(marker);

        assertThat(MarkerBlob.marker(marker.workspace(), marker.fileId(), metadata))
                .isEqualTo(marker);
        fits(metadata);
    }

    @Example
    void theLongestPathFitsWithTheLongestUsersAndTimes() {
        String longest = "\uD83D\uDE00".repeat(FilePath.MAX_CHARACTERS);
        User user = new User(UUID.randomUUID(), longest, longest);
        VersionDescription says = version(new FilePath(longest), user, UploadCondition.latestIs(ETAG));
        BlobInfo facts = new BlobInfo(
                Long.MAX_VALUE, ETAG, FACTS.snapshot(), FACTS.contentMd5(), "t".repeat(127) + "/" + "s".repeat(127));
        DescribedVersion version = new DescribedVersion(says, facts, true);

        Map<String, String> metadata = DescriptionMetadata.of(version);

        assertThat(DescriptionMetadata.parse(metadata)).isEqualTo(version);
        assertThat(says.path().value().getBytes(StandardCharsets.UTF_8)).hasSize(4096);
        fits(metadata);
    }

    @Example
    void theMostDetailsFitAsContentWithTheLongestPath() {
        String longest = "\uD83D\uDE00".repeat(FilePath.MAX_CHARACTERS);
        User user = new User(UUID.randomUUID(), longest, longest);
        BlobInfo facts = new BlobInfo(
                Long.MAX_VALUE, ETAG, FACTS.snapshot(), FACTS.contentMd5(), "t".repeat(127) + "/" + "s".repeat(127));
        VersionDetails details = new VersionDetails(
                Verification.VERIFIED,
                checksums(),
                "t".repeat(127) + "/" + "s".repeat(127),
                Instant.MAX,
                Map.of("\uD83D\uDE00".repeat(1024), ""),
                Map.of("", "\uD83D\uDE00".repeat(512)));
        VersionDescription says = version(new FilePath(longest), user, UploadCondition.latestIs(ETAG));
        DescribedVersion version = new DescribedVersion(says.withDetails(details), facts, true);

        WrittenDescription written = WrittenDescription.of(version);

        assertThat(written.parse()).isEqualTo(version);
        assertThat(written.content()).isNotEmpty();
        fits(written.metadata());
    }

    @Example
    void theDetailsOfAnOrdinaryFileAreMetadata() {
        VersionDetails details = new VersionDetails(
                Verification.VERIFIED, checksums(), "text/csv", Blobs.TIME, Map.of("project", "größe"), Map.of());
        DescribedVersion version = new DescribedVersion(Blobs.description().withDetails(details), FACTS, false);

        WrittenDescription written = WrittenDescription.of(version);

        assertThat(written.content()).isEmpty();
        assertThat(MetadataText.text(MetadataText.required(written.metadata(), "fileapi_details")))
                .isEqualTo("{\"verification\":\"verified\",\"checksums\":{"
                        + "\"sha-256\":\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\","
                        + "\"md5\":\"1B2M2Y8AsgTpgAmY7PhCfg==\",\"crc64nvme\":\"AAAAAAAAAAA=\"},"
                        + "\"content_type\":\"text/csv\",\"modified_at\":\"2026-01-02T03:04:05.123456Z\","
                        + "\"tags\":{\"project\":\"größe\"}}");
    }

    @Example
    void aDescriptionOfAnEarlierReleaseHasNoDetails() {
        DescribedVersion version = new DescribedVersion(Blobs.description(), FACTS, false);

        WrittenDescription written = WrittenDescription.of(version);

        assertThat(written).isEqualTo(new WrittenDescription(DescriptionMetadata.of(version), ""));
        assertThat(written.parse().description().details()).isEqualTo(VersionDetails.NONE);
    }

    @Example
    void factsThatAreUnknownStayUnknown() {
        BlobInfo facts = new BlobInfo(0, ETAG, FACTS.snapshot(), null, null);
        DescribedVersion version = new DescribedVersion(version(new FilePath("a.txt"), Blobs.ADA, null), facts, false);

        assertThat(DescriptionMetadata.parse(DescriptionMetadata.of(version))).isEqualTo(version);
    }

    @Provide
    Arbitrary<FilePath> paths() {
        Arbitrary<String> texts = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(1024);
        Arbitrary<String> long4 = Arbitraries.integers().between(900, 1024).map("\uD83D\uDE00"::repeat);
        return Arbitraries.oneOf(texts, long4)
                .filter(DescriptionMetadataTest::isPath)
                .map(FilePath::parse);
    }

    @Provide
    Arbitrary<User> users() {
        Arbitrary<String> texts = Arbitraries.strings()
                .all()
                .ofMaxLength(400)
                .filter(DescriptionMetadataTest::isUnicode)
                .injectNull(0.2);
        return Combinators.combine(Arbitraries.create(UUID::randomUUID), texts, texts)
                .as(User::new);
    }

    @Provide
    Arbitrary<VersionDetails> details() {
        Arbitrary<String> texts =
                Arbitraries.strings().all().ofMaxLength(128).filter(DescriptionMetadataTest::isUnicode);
        Arbitrary<Map<String, String>> pairs = Arbitraries.maps(texts, texts).ofMaxSize(50);
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                .map(seconds -> Instant.ofEpochSecond(seconds, Math.floorMod(seconds, 1_000_000_000)));
        return Combinators.combine(
                        Arbitraries.of(Verification.class),
                        Arbitraries.of(Checksums.NONE, checksums()),
                        texts.injectNull(0.3),
                        times.injectNull(0.3),
                        pairs,
                        pairs)
                .as(VersionDetails::new);
    }

    private static Checksums checksums() {
        return Checksums.NONE
                .with(ChecksumAlgorithm.SHA_256, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
                .with(ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg==")
                .with(ChecksumAlgorithm.CRC64NVME, "AAAAAAAAAAA=");
    }

    @Provide
    Arbitrary<UploadCondition> conditions() {
        return Arbitraries.of(
                        UploadCondition.noSuchFile(), UploadCondition.fileExists(), UploadCondition.latestIs(ETAG))
                .injectNull(0.3);
    }

    private static boolean isPath(String text) {
        try {
            FilePath.parse(text);
            return true;
        } catch (InvalidFilePathException e) {
            return false;
        }
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static VersionDescription version(FilePath path, User user, @Nullable UploadCondition condition) {
        Instant time = Instant.parse("2026-01-02T03:04:05.123456789Z");
        return new VersionDescription(path, time, user, time, user, time, condition, VersionDetails.NONE, time);
    }

    /** Names and values together, with the prefix that names have as headers. */
    private static int size(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .mapToInt(each -> "x-ms-meta-".length()
                        + each.getKey().length()
                        + each.getValue().length())
                .sum();
    }

    private static void fits(Map<String, String> metadata) {
        assertThat(size(metadata)).isLessThanOrEqualTo(8 * 1024);
        assertThat(metadata.keySet()).allMatch(name -> name.matches("[a-z0-9_]+"));
        assertThat(metadata.values()).allMatch(value -> value.matches("[\\x21-\\x7e]+"));
    }
}
