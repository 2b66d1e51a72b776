package dev.fileapi.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import dev.fileapi.local.functions.RawHttp;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Small inputs that went wrong elsewhere, as they come over the wire. */
abstract class FieldFaultsTestBase {

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    abstract RunningHost host();

    @Test
    void noAnswerMayBeCached() {
        Reply upload = uploaded("cached.txt");
        caller().send("DELETE", "/files/path/cached.txt");

        Reply gone = caller().send("GET", "/files/" + upload.text("file_id"));

        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.answer().header("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void aBodyThatIsNotUtf8BeginsNothing() throws IOException {
        byte[] latin1 = "{\"paths\": [\"Gr\u00f6\u00dfe.txt\"]}".getBytes(ISO_8859_1);

        assertThat(post(latin1, "Content-Type: application/json").status()).isEqualTo(400);
        assertThat(post(latin1, "Content-Type: application/json; charset=iso-8859-1")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aNumberIsNotAPath() throws IOException {
        assertThat(post("{\"paths\": [1]}".getBytes(UTF_8), "Content-Type: application/json")
                        .status())
                .isEqualTo(422);
        assertThat(post("{\"paths\": [\"a\"]} more".getBytes(UTF_8), "Content-Type: application/json")
                        .status())
                .isEqualTo(400);
        assertThat(post(
                                "{\"paths\": [\"a\"]}".getBytes(UTF_8),
                                "Content-Type: application/json",
                                "Content-Encoding: gzip")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aStalePreconditionDeletesNothing() {
        uploaded("kept.txt");

        assertThat(caller().send("DELETE", "/files/path/kept.txt", "If-Match: \"stale\"")
                        .status())
                .isEqualTo(412);
        assertThat(caller().send("DELETE", "/files/path/kept.txt?version_id=1").status())
                .isEqualTo(422);
        assertThat(caller().read("kept.txt").status()).isEqualTo(200);
    }

    @Test
    void aRepeatedParameterMayBeWrittenWithBrackets() {
        uploaded("bracket.txt");

        assertThat(caller().send("GET", "/files?created_at[]=lt:2020-01-01").each("files", "name"))
                .isEmpty();
    }

    @Test
    void aFinalSigmaIsFoundByACapitalOne() {
        uploaded("%CE%9F%CE%94%CE%9F%CE%A3.txt");

        assertThat(caller().send("GET", "/files?file_name=%CE%BF%CE%B4%CE%BF%CF%83")
                        .each("files", "name"))
                .containsExactly("\u039f\u0394\u039f\u03a3.txt");
    }

    @Test
    void anUnknownAddressIsNamedAsItWasSent() throws IOException {
        Reply unknown = new Reply(new RawHttp(host().address()).send("GET", "/file/v2/nowhere", new byte[0]));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("detail")).contains("/file/docs");
    }

    private Reply uploaded(String path) {
        Reply upload = caller().upload(path);
        new LinkHolder().put(upload.link("upload"), "bytes");
        assertThat(caller().read(path).status()).isEqualTo(200);
        return upload;
    }

    private Reply post(byte[] body, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Authorization: Bearer " + caller().token();
        String address = host().workspace(workspace).getPath() + "/uploads";
        return new Reply(new RawHttp(host().address()).send("POST", address, body, all));
    }

    private Caller caller() {
        return new Caller(
                host(), workspace, host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR)));
    }
}
