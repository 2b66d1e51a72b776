package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.SweepReport;
import dev.fileapi.files.testing.CrashAfterStep;
import dev.fileapi.files.testing.SimulatedCrash;
import dev.fileapi.local.H2;
import dev.fileapi.local.MovableClock;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use cases on H2 and Azurite: a workspace of its own for every test, a clock that can be moved, a caller. */
public abstract class UseCaseTestBase {

    @RegisterExtension
    protected static final AzuriteExtension AZURITE = new AzuriteExtension();

    protected static ApplicationContext context;

    protected final MovableClock clock = new MovableClock();
    protected Workspace workspace = newWorkspace();
    protected final User ada = new User(UUID.randomUUID(), "Ada", "ada@example.com");
    protected final FilePath report = FilePath.parse("reports/2026/report.csv");
    protected final LinkHolder client = new LinkHolder();

    protected ChecksumSettings checksums = UseCases.CHECKSUMS;
    protected MetadataStore store;
    protected BlobStore blobs;
    protected UseCases files;

    @BeforeAll
    protected static void startStore() {
        context = ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", H2.inMemory()));
    }

    @AfterAll
    protected static void stopStore() {
        context.close();
    }

    @BeforeEach
    protected void putTogether() {
        store = context.getBean(MetadataStore.class);
        blobs = AZURITE.store(clock, checksums);
        files = UseCases.over(store, blobs, clock, checksums);
    }

    protected static Workspace newWorkspace() {
        return new Workspace(UUID.randomUUID(), UUID.randomUUID());
    }

    protected UploadLink issue() {
        return files.issue().issue(workspace, report, ada, null, null, Declaration.NONE);
    }

    protected UploadLink uploadAndCommit(String bytes) {
        UploadLink upload = uploaded(bytes);
        files.commit().commit(blobName(upload));
        return upload;
    }

    /** An upload whose bytes are in, but of which nobody has told. */
    protected UploadLink uploaded(String bytes) {
        UploadLink upload = issue();
        upload(upload, bytes);
        return upload;
    }

    protected void upload(UploadLink upload, String bytes) {
        assertThat(client.put(upload.link(), bytes).statusCode()).isEqualTo(201);
    }

    protected BlobName blobName(UploadLink upload) {
        return new BlobName(workspace, upload.fileId(), upload.versionId());
    }

    protected VersionRecord record(UploadLink upload) {
        return store.findVersion(workspace, upload.fileId(), upload.versionId()).orElseThrow();
    }

    protected FileView read() {
        return files.read().read(workspace, report, FileQuery.of(null, true, false));
    }

    protected String download(URI link) {
        return new String(client.get(link).body(), StandardCharsets.UTF_8);
    }

    protected SweepReport sweepAfter(Duration time) {
        clock.move(time);
        return files.sweep().run(clock.instant().plus(Duration.ofMinutes(5)));
    }

    /** Runs the story once for each step after which {@code useCase} can crash, in a workspace of its own each. */
    protected void crashAfterEveryStep(Runnable before, Consumer<UseCases> useCase, Runnable after) {
        boolean crashed = true;
        for (int step = 1; crashed; step++) {
            workspace = newWorkspace();
            before.run();
            CrashAfterStep crash = new CrashAfterStep(step);
            UseCases crashing = UseCases.over(
                    crash.in(MetadataStore.class, store), crash.in(BlobStore.class, blobs), clock, checksums);
            runUntilCrash(() -> useCase.accept(crashing));
            crashed = crash.hasHappened();
            after.run();
        }
    }

    protected static void runUntilCrash(Runnable useCase) {
        try {
            useCase.run();
        } catch (SimulatedCrash crash) {
            assertThat(crash).hasMessage("crash");
        }
    }
}
