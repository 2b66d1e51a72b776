package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.store.VersionUpkeep;
import dev.fileapi.files.testing.Racing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is described of a version's details is what was written last, wherever in the description it is kept. */
class DescriptionBlobTest {

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private static final VersionDetails FEW = new VersionDetails(
            Verification.PENDING,
            Checksums.NONE.with(ChecksumAlgorithm.MD5, "SzpiGLs+OnMD6KFxpg/Pkg=="),
            "text/csv; charset=utf-8",
            Instant.parse("2025-12-31T23:59:59.999999Z"),
            Map.of("Größe", "\uD83D\uDE00 \\\" :"),
            Map.of("camera", "α 7"));

    /** Do not fit among the metadata. */
    private static final VersionDetails MANY = FEW.withTags(Map.of("a", "ä".repeat(3500)));

    private static final BlobInfo FACTS =
            new BlobInfo(5, "\"0x1\"", "2026-01-02T03:04:05.1234567Z", null, "text/plain");

    private final BlobName name = Blobs.random();
    private BlobStore store;
    private StoredBlobs listing;
    private VersionUpkeep upkeep;

    @BeforeEach
    void open() {
        store = AZURITE.store(Clock.systemUTC());
        listing = AZURITE.storedBlobs();
        upkeep = AZURITE.versionUpkeep();
    }

    static List<VersionDetails> details() {
        return List.of(VersionDetails.NONE, FEW, MANY);
    }

    static List<List<VersionDetails>> changes() {
        List<List<VersionDetails>> changes = new ArrayList<>();
        details().forEach(before -> details().forEach(after -> changes.add(List.of(before, after))));
        return changes;
    }

    @ParameterizedTest
    @MethodSource("details")
    void detailsAreListedAsTheyWereDescribed(VersionDetails details) {
        describe(details);

        assertThat(described()).isEqualTo(version(details));
        assertThat(onThePageOf(name)).isEqualTo(version(details));
    }

    @ParameterizedTest
    @MethodSource("details")
    void detailsOfASealedVersionAreThoseOfTheFirstSeal(VersionDetails details) {
        LinkHolder uploader = new LinkHolder();
        uploader.put(store.signUpload(name, Clock.systemUTC().instant().plusSeconds(600)), "bytes");
        SealedBlob first = Blobs.sealed(store, name, Blobs.description().withDetails(details));

        assertThat(first.details().tags()).isEqualTo(details.tags());
        assertThat(Blobs.sealed(store, name, Blobs.description()).details()).isEqualTo(first.details());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changedDetailsReplaceTheOthers(List<VersionDetails> change) {
        describe(change.get(0));

        store.updateDetails(name, before -> change.get(1));
        store.updateDetails(name, before -> change.get(1));

        assertThat(described()).isEqualTo(version(change.get(1)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aMarkOfASupersededVersionAndItsDetailsKeepEachOther(List<VersionDetails> change) {
        describe(change.get(0));

        store.markSuperseded(name);
        assertThat(described()).isEqualTo(version(change.get(0)).asSuperseded());
        store.updateDetails(name, before -> change.get(1));
        store.markSuperseded(name);

        assertThat(described()).isEqualTo(version(change.get(1)).asSuperseded());
    }

    @Test
    void changesAtTheSameTimeLoseNothingOfEachOther() {
        describe(VersionDetails.NONE);

        Racing.all(8, racer -> {
            if (racer == 0) {
                store.markSuperseded(name);
            }
            store.updateDetails(name, before -> withTag(before, "racer " + racer));
            return racer;
        });

        assertThat(described().superseded()).isTrue();
        assertThat(described().description().details().tags()).hasSize(8);
    }

    @Test
    void aVersionThatIsNotDescribedStaysSo() {
        store.updateDetails(name, before -> FEW);

        assertThat(listing.find(name)).isEmpty();
    }

    @Test
    void aDescriptionThatIsRemovedMeanwhileIsNotMadeAgain() {
        describe(VersionDetails.NONE);

        store.updateDetails(name, before -> {
            AZURITE.operator().removeDescription(name);
            return MANY;
        });

        assertThat(listing.find(name)).isEmpty();
    }

    @Test
    void aDescriptionWhoseContentIsSpoiltIsNotUnderstood() {
        describe(MANY);
        AZURITE.operator().spoilDescriptionsContent(name);

        assertThat(listing.find(name).orElseThrow().described()).isNull();
    }

    @Test
    void aDescriptionWhoseContentIsArchivedIsNotUnderstood() {
        describe(MANY);
        AZURITE.operator().archiveDescription(name);

        assertThat(listing.find(name).orElseThrow().described()).isNull();
    }

    private static VersionDetails withTag(VersionDetails before, String tag) {
        Map<String, String> tags = new TreeMap<>(before.tags());
        tags.put(tag, "ä".repeat(600));
        return before.withTags(tags);
    }

    private void describe(VersionDetails details) {
        assertThat(upkeep.describe(name, version(details))).isTrue();
    }

    private static DescribedVersion version(VersionDetails details) {
        VersionDescription says = Blobs.description().withDetails(details);
        return new DescribedVersion(says, FACTS, false);
    }

    private DescribedVersion described() {
        return listing.find(name).map(StoredBlob.Version::described).orElseThrow();
    }

    private DescribedVersion onThePageOf(BlobName version) {
        return listing.list(null, 5_000).items().stream()
                .filter(StoredBlob.Version.class::isInstance)
                .map(StoredBlob.Version.class::cast)
                .filter(stored -> stored.name().equals(version))
                .map(StoredBlob.Version::described)
                .findFirst()
                .orElseThrow();
    }
}
