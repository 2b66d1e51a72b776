package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.Product;
import dev.fileapi.client.UploadDeclaration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print, and what they end with. */
class CommandsTest {

    @RegisterExtension
    static final Product product = new Product();

    private final Cli cli = new Cli(product);
    /** A folder that no other test uses. */
    private final String remote = "fa:" + UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void aFolderIsPushedListedAndPulled() throws IOException {
        write("a.txt", "a");
        write("sub/b.txt", "bb");

        assertThat(cli.run("push", folder.toString(), remote)).isZero();
        assertThat(cli.lines()).containsExactlyInAnyOrder("upload    a.txt", "upload    sub/b.txt");
        assertThat(cli.err()).contains("2 transferred (3 bytes), 0 unchanged, 0 deleted, 0 failed");

        assertThat(cli.run("ls", remote)).isZero();
        assertThat(cli.out()).contains(remote.substring(3) + "/a.txt").contains(remote.substring(3) + "/sub/\n");
        assertThat(cli.run("ls", "-r", remote)).isZero();
        assertThat(cli.lines()).hasSize(2);
        assertThat(cli.run("tree", remote)).isZero();
        assertThat(cli.out()).isEqualTo("a.txt\nsub/\n  b.txt\n");

        Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
        assertThat(cli.run("pull", remote, copy.toString())).isZero();
        assertThat(copy.resolve("sub/b.txt")).hasContent("bb");
        assertThat(Files.getLastModifiedTime(copy.resolve("a.txt")).toInstant().getEpochSecond())
                .isEqualTo(Files.getLastModifiedTime(folder.resolve("a.txt"))
                        .toInstant()
                        .getEpochSecond());
    }

    @Test
    void equalFilesAreNotSentAgain() throws IOException {
        write("a.txt", "a");
        write("b.txt", "b");
        cli.run("push", folder.toString(), remote);
        int sent = product.blobsWritten().size();
        write("b.txt", "c");

        assertThat(cli.run("push", folder.toString(), remote)).isZero();

        assertThat(cli.lines()).containsExactly("upload    b.txt");
        assertThat(cli.err()).contains("1 transferred (1 bytes), 1 unchanged");
        assertThat(product.blobsWritten()).hasSize(sent + 1);
    }

    @Test
    void oneFileIsPushedIntoAFolderAndPulledOutOfIt() throws IOException {
        write("a.txt", "a");

        assertThat(cli.run("push", folder + "/a.txt", remote)).isZero();
        assertThat(cli.run("push", folder + "/a.txt", remote)).isZero();
        assertThat(cli.err()).contains("0 transferred (0 bytes), 1 unchanged");
        assertThat(cli.run("pull", remote + "/a.txt", folder + "/other")).isZero();

        assertThat(folder.resolve("other/a.txt")).hasContent("a");
    }

    @Test
    void aFileIsDescribed() throws IOException {
        put("a.txt", "a");

        assertThat(cli.run("stat", remote + "/a.txt")).isZero();

        assertThat(cli.out()).contains("size      1", "sha-256   ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=");
    }

    @Test
    void anOldVersionIsMadeTheLatest() throws IOException {
        put("a.txt", "one");
        put("a.txt", "two");
        assertThat(cli.run("versions", remote + "/a.txt")).isZero();
        assertThat(cli.lines()).hasSize(2);
        String old = cli.lines().get(1).replaceFirst(".* ", "");

        assertThat(cli.run("promote", remote + "/a.txt", old)).isZero();

        cli.run("pull", remote + "/a.txt", folder + "/copy");
        assertThat(folder.resolve("copy/a.txt")).hasContent("one");
    }

    @Test
    void filesAreMoved() throws IOException {
        put("a.txt", "a");

        assertThat(cli.run("mv", remote + "/a.txt", remote + "/b.txt")).isZero();
        assertThat(cli.run("mv", remote + "/b.txt", remote + "/sub/")).isZero();
        assertThat(cli.run("mv", remote + "/sub/", remote + "/other")).isZero();
        cli.run("tree", remote);
        assertThat(cli.out()).isEqualTo("other/\n  b.txt\n");
    }

    @Test
    void aPathThatIsTakenIsAPrecondition() throws IOException {
        put("a.txt", "a");
        put("b.txt", "b");

        assertThat(cli.run("mv", remote + "/a.txt", remote + "/b.txt")).isEqualTo(ExitStatus.PRECONDITION);
    }

    @Test
    void aDeletedFileIsRestored() throws IOException {
        put("a.txt", "a");

        assertThat(cli.run("rm", remote + "/a.txt")).isZero();
        assertThat(cli.run("stat", remote + "/a.txt")).isEqualTo(ExitStatus.NOT_FOUND);
        assertThat(cli.run("ls", "--deleted", remote)).isZero();
        assertThat(cli.lines()).hasSize(1);
        assertThat(cli.run("restore", remote + "/a.txt")).isZero();
        assertThat(cli.run("stat", remote + "/a.txt")).isZero();
    }

    @Test
    void aFileThatIsNotThereCannotBeDeletedExceptByForce() {
        assertThat(cli.run("rm", remote + "/a.txt")).isEqualTo(ExitStatus.NOT_FOUND);
        assertThat(cli.run("rm", "--force", remote + "/a.txt")).isZero();
    }

    @Test
    void aFolderIsDeletedByForceOnly() throws IOException {
        put("a.txt", "a");

        assertThat(cli.run("rm", "-r", remote)).isEqualTo(ExitStatus.PRECONDITION);
        assertThat(cli.err()).contains("1 files would be deleted");
        assertThat(cli.run("stat", remote + "/a.txt")).isZero();
        assertThat(cli.run("rm", "-r", "--force", remote)).isZero();
        assertThat(cli.run("ls", remote + "/")).isEqualTo(ExitStatus.NOT_FOUND);
        assertThat(cli.run("rm", "-r", "--force", "fa:")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void aLinkReadsTheFile() throws Exception {
        put("a.txt", "a");

        assertThat(cli.run("link", remote + "/a.txt")).isZero();

        HttpRequest request =
                HttpRequest.newBuilder(URI.create(cli.out().strip())).build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .isEqualTo("a");
    }

    @Test
    void aLinkLivesAsLongAsIsAskedForWhereTheServiceAllowsIt() throws IOException {
        put("a.txt", "a");

        assertThat(cli.run("link", "--expires", "2h", remote + "/a.txt")).isZero();
        Matcher end = Pattern.compile("[?&]se=([^&]+)").matcher(cli.out());
        assertThat(end.find()).isTrue();
        assertThat(Instant.parse(end.group(1).replace("%3A", ":")))
                .isCloseTo(Instant.now().plus(2, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));

        assertThat(cli.run("link", "--expires", "2d", remote + "/a.txt")).isEqualTo(ExitStatus.SOME_FAILED);
        assertThat(cli.err()).contains("expires_in: must be a whole number of seconds from 60 to 86400");
        assertThat(cli.run("link", "--expires", "soon", remote + "/a.txt")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void aFileIsCopiedToFromAndWithinTheWorkspace() throws IOException {
        Path file = write("a.txt", "a");

        assertThat(cli.run("cp", file.toString(), remote + "/")).isZero();
        assertThat(cli.run("cp", remote + "/a.txt", remote + "/b.txt")).isZero();
        assertThat(cli.run("cp", remote + "/b.txt", folder.toString())).isZero();
        assertThat(cli.run("cp", remote + "/b.txt", folder + "/c.txt")).isZero();

        assertThat(folder.resolve("b.txt")).hasContent("a");
        assertThat(folder.resolve("c.txt")).hasContent("a");
        assertThat(cli.run("cp", remote + "/none", folder.toString())).isEqualTo(ExitStatus.NOT_FOUND);
        assertThat(cli.run("cp", "a", "b")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void uploadsThatAreNotCompleteAreListedResumedAndCancelled() throws IOException {
        Path file = write("a.txt", "a");
        String path = remote.substring(3) + "/a.txt";
        try (FileApiClient client = product.client().build()) {
            client.uploadLinks(List.of(UploadDeclaration.of(path)));
            assertThat(cli.run("uploads", "ls", remote)).isZero();
            assertThat(cli.lines()).singleElement().asString().endsWith(path);
            assertThat(cli.run("uploads", "resume", file.toString(), remote + "/a.txt"))
                    .isZero();
            assertThat(cli.run("stat", remote + "/a.txt")).isZero();

            client.uploadLinks(List.of(UploadDeclaration.of(path)));
            assertThat(cli.run("uploads", "cancel", remote + "/a.txt")).isZero();
            assertThat(cli.run("uploads", "cancel", remote + "/a.txt")).isEqualTo(ExitStatus.NOT_FOUND);
        }
    }

    @Test
    void whatIsNeededIsChecked() {
        assertThat(cli.run("doctor")).isZero();
        assertThat(cli.lines()).hasSize(5).allSatisfy(line -> assertThat(line).contains("  ok: "));

        assertThat(cli.out()).contains("ok: from --token").doesNotContain(product.token());

        String other = UUID.randomUUID().toString();
        assertThat(cli.run("doctor", "--workspace", other)).isEqualTo(ExitStatus.ACCESS);
        assertThat(cli.bare("doctor", "--url", "http://localhost:1", "--token", "none"))
                .isEqualTo(ExitStatus.TRY_AGAIN);
    }

    @Test
    void everyLineIsJsonWhenThatIsAskedFor() throws IOException {
        write("a.txt", "a");

        assertThat(cli.run("push", folder.toString(), remote, "--json")).isZero();
        assertThat(cli.lines())
                .containsExactly(
                        "{\"type\":\"action\",\"action\":\"upload\",\"path\":\"a.txt\",\"size\":1,\"outcome\":\"done\"}",
                        "{\"type\":\"summary\",\"transferred\":1,\"unchanged\":0,\"deleted\":0,\"failed\":0,\"bytes\":1}");
        assertThat(cli.run("stat", "--json", remote + "/b.txt")).isEqualTo(ExitStatus.NOT_FOUND);
        assertThat(cli.out()).contains("\"type\":\"error\"", "/files/not-found", "\"status\":404");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.bare("stat", "--json")).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.out()).contains("\"type\":\"error\"", "Missing required parameter");
    }

    @Test
    void whatDoesNotWorkHasAStatus() {
        String url = product.url().toString();

        assertThat(cli.bare("fly")).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.bare("ls", "dir")).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.bare("ls", "--url", url, "--token", "none")).isEqualTo(ExitStatus.ACCESS);
        assertThat(cli.bare("ls", "--url", "https://example.org")).isEqualTo(ExitStatus.ACCESS);
        assertThat(cli.run("push", folder + "/missing", remote)).isEqualTo(ExitStatus.NOT_FOUND);
        assertThat(cli.run("pull", remote, folder.toString())).isEqualTo(ExitStatus.NOT_FOUND);
    }

    @Test
    void namesCannotCommandTheTerminal() {
        assertThat(Output.printable("a\u001b[2Jb\nc")).isEqualTo("a\\u001b[2Jb\nc");
    }

    private void put(String name, String text) throws IOException {
        Path file = write("put/" + name, text);
        assertThat(cli.run("push", file.toString(), remote)).isZero();
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
