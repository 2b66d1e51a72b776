package dev.fileapi.files.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.recovery.RecordsFromStorage;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.CrashAfterStep;
import dev.fileapi.local.Azurite;
import dev.fileapi.local.AzuriteOptions;
import dev.fileapi.local.StandingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * Whatever several callers, events, timers and crashes do in whatever order: files behave as {@link ModelOfFiles}.
 *
 * <p>A failure prints its seed and the shortest sequence that was found to fail. The next run in the same checkout begins with
 * that seed; elsewhere {@code @Property(seed = "…")} replays it. {@code -Dfileapi.property.tries=1000} tries longer.
 */
public abstract class ModelBasedTestBase {

    private static final ChecksumSettings CHECKSUMS = new ChecksumSettings(Content.MAX_INLINE_BYTES, 50, true, "");

    private Azurite azurite;
    private MetadataStore store;
    private final StandingClock clock =
            new StandingClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private final CrashAfterStep crash = CrashAfterStep.never();
    private final LinkHolder client = new LinkHolder();

    /** An empty store that no one else uses. */
    protected abstract MetadataStore open();

    protected abstract void close();

    /** Whether a crash cannot come between the two. */
    protected abstract boolean writesFirstVersionsWithTheirFiles();

    @BeforeProperty
    protected void start() {
        azurite = AzuriteExtension.start(AzuriteOptions.defaults());
        store = open();
    }

    @AfterProperty
    protected void stop() {
        close();
        azurite.close();
    }

    @Provide
    protected Arbitrary<List<Attempt>> sequences() {
        return Attempts.sequences();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    protected void everyAnswerIsTheModels(@ForAll("sequences") List<Attempt> sequence) {
        AzuriteExtension container = AzuriteExtension.in(azurite);
        BlobStore blobs = container.store(clock, CHECKSUMS);
        MetadataStore crashing = writesFirstVersionsWithTheirFiles()
                ? crash.inWhole(MetadataStore.class, store)
                : crash.in(MetadataStore.class, store);
        UseCases files = UseCases.over(crashing, crash.in(BlobStore.class, blobs), clock, CHECKSUMS);
        RealFiles real = new RealFiles(store, blobs, container, files, clock, crash, client);
        ModelOfFiles model = new ModelOfFiles(clock);
        try {
            Play play = new Play(real, model);
            Invariants invariants = new Invariants(real);
            for (Attempt attempt : sequence) {
                play.act(attempt);
                invariants.check(model.fileIds());
            }
            play.act(new Attempt(new SweepStep(), 0));
            invariants.check(model.fileIds());
            invariants.noUploadOutlivesItsTime(model.fileIds());
            play.act(new Attempt(new VerifyStep(), 0));
            play.act(new Attempt(new PassTimeStep(Times.EARLY), 0));
            play.act(new Attempt(new SweepStep(), 0));
            storageTellsTheRecords(
                    RecordsFromStorage.of(store, blobs, container.storedBlobs(), container.versionUpkeep(), clock, 10));
            nothingLastsWhenAllIsDeleted(real, model, play);
        } finally {
            Set<FileId> left = model.fileIds();
            left.forEach(real::forget);
            RealFiles.PATHS.forEach(path -> real.at(path).ifPresent(real::forget));
        }
    }

    /** Whatever was to be marked in storage has been by now. */
    private static void storageTellsTheRecords(RecordsFromStorage records) {
        records.check();
        assertThat(records.found())
                .as("what storage and records disagree on")
                .noneMatch(finding -> finding.kind().isDifference());
    }

    private static void nothingLastsWhenAllIsDeleted(RealFiles real, ModelOfFiles model, Play play) {
        for (int pick = 0; pick < model.fileIds().size(); pick++) {
            play.act(new Attempt(new DeleteFileStep(0, new Place(false, pick), Condition.NONE), 0));
        }
        play.act(new Attempt(new PassTimeStep(Duration.ofDays(31)), 0));
        play.act(new Attempt(new SweepStep(), 0));
        assertThat(model.fileIds()).allMatch(id -> model.file(id).equals(ModelFile.NONE));
        assertThat(model.uploads()).noneMatch(real::hasBlob);
    }
}
