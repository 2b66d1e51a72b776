package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.MovableClock;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link, an upload, a version: through the local host, on real services, as a client sees it. No blob events are raised. */
abstract class MainJobTestBase {

    static final MovableClock CLOCK = new MovableClock();

    private final LinkHolder blobs = new LinkHolder();
    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    abstract RunningHost host();

    @Test
    void anUploadIsReadBackRightAway() {
        Reply upload = editor().upload("docs/hello.txt");
        assertThat(upload.status()).isEqualTo(200);
        assertThat(editor().read("docs/hello.txt").status()).isEqualTo(404);

        blobs.put(upload.link("upload"), "hello");

        Reply file = viewer().read("docs/hello.txt");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text("version_id")).isEqualTo(upload.text("version_id"));
        assertThat(file.text("path")).isEqualTo("/docs/");
        assertThat(file.text("name")).isEqualTo("hello.txt");
        assertThat(file.at("size").asLong()).isEqualTo(5);
        assertThat(download(file)).isEqualTo("hello");
    }

    @Test
    void aSecondUploadIsASecondVersion() {
        Reply first = uploaded("docs/hello.txt", "first");
        Reply second = uploaded("docs/hello.txt", "second");

        Reply file = viewer().read("docs/hello.txt?include_versions=True");

        assertThat(file.text("version_id")).isEqualTo(second.text("version_id"));
        assertThat(file.each("versions", "version_id"))
                .containsExactly(second.text("version_id"), first.text("version_id"));
        assertThat(download(viewer().read("docs/hello.txt?version_id=" + first.text("version_id"))))
                .isEqualTo("first");
    }

    @Test
    void blocksStagedBeforeABreakAreCommittedThroughAFreshLink() {
        Reply upload = editor().upload("big.bin");
        String version = upload.text("version_id");
        blobs.stage(upload.link("upload"), "0001", "first ");

        Reply again = editor().upload("big.bin?version_id=" + version);
        blobs.stage(again.link("upload"), "0002", "second");
        blobs.commit(again.link("upload"), "0001", "0002");

        assertThat(download(viewer().read("big.bin"))).isEqualTo("first second");
        Reply refused = editor().upload("big.bin?version_id=" + version);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("type")).endsWith("/files/no-file-upload-in-progress");
        assertThat(refused.text("title")).isEqualTo("No file upload in progress");
    }

    @Test
    void theUploadOfAnUnknownVersionOrFileIsNotFound() {
        assertThat(editor().upload("none.txt?version_id=1").status()).isEqualTo(404);
        uploaded("one.txt", "bytes");
        assertThat(editor().upload("one.txt?version_id=1").status()).isEqualTo(404);
    }

    @Test
    void thirtyTwoCallersOnOneNewPathMakeOneFile() throws Exception {
        List<Callable<Reply>> calls = Stream.<Callable<Reply>>generate(() -> () -> editor().upload("crowded.txt"))
                .limit(32)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        List<Future<Reply>> replies = threads.invokeAll(calls);
        threads.shutdown();

        assertThat(replies).extracting(reply -> reply.get().status()).containsOnly(200);
        assertThat(replies)
                .extracting(reply -> reply.get().text("file_id"))
                .containsOnly(replies.get(0).get().text("file_id"));
        assertThat(replies).extracting(reply -> reply.get().text("version_id")).doesNotHaveDuplicates();
    }

    @Test
    void whatEventAndReadMissedTheSweepFinds() throws IOException {
        Reply upload = editor().upload("lost-event.txt");
        blobs.put(upload.link("upload"), "bytes");
        // Later than a list looks back.
        CLOCK.move(Duration.ofDays(2));
        assertThat(listed()).isEmpty();

        host().run("Sweep");

        assertThat(listed()).containsExactly("lost-event.txt");
    }

    @Test
    void aDeletedFileIsGoneAndComesBack() {
        Reply upload = uploaded("report.csv", "old");
        String byId = "/files/" + upload.text("file_id");

        assertThat(editor().send("DELETE", "/files/path/report.csv").status()).isEqualTo(204);
        assertThat(viewer().read("report.csv").status()).isEqualTo(404);
        assertThat(viewer().send("GET", byId).status()).isEqualTo(410);
        assertThat(viewer().send("GET", byId + "?deleted=True").status()).isEqualTo(200);

        assertThat(editor().send("PUT", byId + "?deleted=False").status()).isEqualTo(204);
        assertThat(download(viewer().read("report.csv"))).isEqualTo("old");
    }

    @Test
    void aFileWhosePathIsTakenComesBackUnderAnotherName() {
        Reply old = uploaded("report.csv", "old");
        editor().send("DELETE", "/files/path/report.csv");
        uploaded("report.csv", "new");

        Reply restored = editor().send("PUT", "/files/" + old.text("file_id") + "?deleted=false");

        assertThat(restored.status()).isEqualTo(303);
        assertThat(restored.text("name")).isEqualTo("report (restored 1).csv");
        assertThat(restored.answer().header("Location")).containsExactly(restored.text("self"));
        assertThat(download(restored)).isEqualTo("old");
    }

    @ParameterizedTest
    @CsvSource({
        "a/new%20file.txt, new file.txt",
        "a/b+c.txt, b+c.txt",
        "a/b%2Bc.txt, b+c.txt",
        "a/%41.txt, A.txt",
        "a/100%25.txt, 100%.txt",
        "a/%2541.txt, %41.txt",
        "'a/b,c.txt', 'b,c.txt'",
        "a/b%2Cc.txt, 'b,c.txt'",
        "a/%E2%82%AC.txt, €.txt",
        "a/u%CC%88ber.txt, über.txt",
        "a/b%2Fc.txt, c.txt",
        "a/a%3Fb%23c.txt, a?b#c.txt",
        "a/~!$&'()*=:@;.txt, ~!$&'()*=:@;.txt",
    })
    void aPathComesOutAsItWentIn(String path, String name) {
        Reply upload = uploaded(path.replace("''", "'"), "bytes");

        Reply file = viewer().send("GET", "/files/" + upload.text("file_id"));

        assertThat(file.text("name")).isEqualTo(name);
        assertThat(viewer().read(path).text("file_id")).isEqualTo(upload.text("file_id"));
    }

    @Test
    void theLongestPathIsTaken() {
        String path = "a".repeat(500) + "/" + "b".repeat(523);

        assertThat(uploaded(path, "bytes").status()).isEqualTo(200);
        assertThat(viewer().read(path).text("name")).hasSize(523);
        assertThat(editor().upload(path + "c").text("type")).endsWith("/files/invalid-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a%2F%2Fb", "a/", "a%5Cb", "a%0Ab", "%80"})
    void aBadPathIsRefused(String path) {
        Reply refused = editor().upload(path);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("type")).endsWith("/files/invalid-path");
        assertThat(refused.text("detail")).isNotBlank();
    }

    @Test
    void aViewerDoesNotUpload() {
        Reply refused = viewer().upload("hello.txt");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).endsWith("/auth/insufficient-role");
        assertThat(refused.text("your_role")).isEqualTo("viewer");
        assertThat(refused.at("permitted_roles")).extracting(Object::toString).contains("\"editor\"", "\"owner\"");
    }

    @Test
    void anotherOrganisationsTokenIsRefused() {
        Workspace elsewhere = new Workspace(UUID.randomUUID(), UUID.randomUUID());
        String token = host().issuer().token(TokenOrder.of(UUID.randomUUID(), elsewhere, Role.OWNER));

        Reply refused = new Caller(host(), workspace, token).read("hello.txt");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("type")).endsWith("/auth/invalid-token");
    }

    @Test
    void anExpiredTokenIsRefused() {
        String token = host().issuer()
                .token(TokenOrder.of(UUID.randomUUID(), workspace, Role.OWNER).withLifetime(Duration.ofHours(-1)));

        Reply refused = new Caller(host(), workspace, token).read("hello.txt");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("type")).endsWith("/auth/missing-token");
        assertThat(refused.answer().header("WWW-Authenticate"))
                .singleElement()
                .asString()
                .startsWith("Bearer");
    }

    @Test
    void aSealedVersionSurvivesAHostileHolderOfItsLink() {
        Reply upload = editor().upload("hello.txt");
        URI link = upload.link("upload");
        blobs.put(link, "first");
        String etag = viewer().read("hello.txt").text("etag");
        assertThat(blobs.put(link, "second").statusCode()).isEqualTo(412);

        blobs.breakLease(link);
        assertThat(blobs.put(link, "third").statusCode()).isEqualTo(201);

        assertThat(download(viewer().read("hello.txt"))).isEqualTo("first");
        assertThat(viewer().read("hello.txt").text("etag")).isEqualTo(etag);
    }

    @Test
    void theServiceIsHealthy() {
        await().untilAsserted(() -> assertThat(new dev.fileapi.local.functions.RawHttp(host().address())
                        .get("/file/health_check?full=true&check_dependencies=true")
                        .status())
                .isEqualTo(200));
    }

    private Reply uploaded(String path, String bytes) {
        Reply upload = editor().upload(path);
        assertThat(blobs.put(upload.link("upload"), bytes).statusCode()).isEqualTo(201);
        assertThat(viewer().read(path).status()).isEqualTo(200);
        return upload;
    }

    private List<String> listed() {
        return viewer().send("GET", "/files").each("files", "name");
    }

    private String download(Reply file) {
        return new String(blobs.get(file.link("download")).body(), StandardCharsets.UTF_8);
    }

    private Caller editor() {
        return caller(Role.EDITOR);
    }

    private Caller viewer() {
        return caller(Role.VIEWER);
    }

    private Caller caller(Role role) {
        return new Caller(host(), workspace, host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, role)));
    }
}
