package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fileapi.client.FaultyProxy.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links and tokens are in no text that may be logged. */
class SecretsTest {

    @RegisterExtension
    static final Product product = new Product();

    private final FileApiClient client = product.client().build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aLinkDoesNotShowItself() {
        String path = TestFiles.path("secret");
        client.upload(UploadRequest.of(path, Content.bytes(new byte[1])), Transfer.unattended());

        assertThat(client.uploadLinks(List.of(UploadDeclaration.of(path))).toString())
                .doesNotContain("sig=");
        assertThat(client.downloadLinks(List.of(FileRef.path(path))).toString()).doesNotContain("sig=");
    }

    @Test
    void whatTheBlobServiceRefusesIsToldWithoutTheLink() {
        UploadRequest request = UploadRequest.of(TestFiles.path("refused"), Content.bytes(new byte[1]));
        for (Fault fault : List.of(Fault.status(403, Map.of()), Fault.brokenBefore(), Fault.status(400, Map.of()))) {
            product.blobs().next(4, call -> true, fault);

            assertThat(trace(catchThrowable(() -> client.upload(request, Transfer.unattended()))))
                    .contains("FileApiException")
                    .doesNotContain("sig=");
            product.blobs().reset();
        }
    }

    @Test
    void anAnswerThatIsNotJsonIsToldWithoutItsText() {
        product.api().next(4, call -> true, exchange -> exchange.sendText("{\"upload\": https://host/?sig=secret"));

        assertThat(trace(catchThrowable(client::me))).contains("not the JSON").doesNotContain("sig=");
    }

    @Test
    void aTokenThatCannotBeSentIsToldWithoutIt() {
        try (FileApiClient wrong =
                product.client().token(() -> "secret\nsecret").build()) {
            assertThat(trace(catchThrowable(wrong::me)))
                    .contains("token: must be")
                    .doesNotContain("secret");
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
