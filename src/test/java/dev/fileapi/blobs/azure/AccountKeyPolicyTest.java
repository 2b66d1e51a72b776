package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.storage.common.StorageSharedKeyCredential;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are signed as the library signs them. */
class AccountKeyPolicyTest {

    private static final String URL = "http://127.0.0.1:10000/acme/files/a%20b/1.description";
    private static final List<String> NAMES = List.of(
            "Content-Encoding",
            "Content-Language",
            "Content-Length",
            "Content-MD5",
            "Content-Type",
            "Date",
            "If-Modified-Since",
            "If-Match",
            "If-None-Match",
            "If-Unmodified-Since",
            "Range",
            "User-Agent",
            "x-ms-version",
            "x-ms-blob-type",
            "x-ms-blob-content-type",
            "x-ms-client-request-id",
            "x-ms-lease-id",
            "x-ms-lease-action",
            "x-ms-meta-fileapi_path",
            "x-ms-meta-fileapi_pathology",
            "x-ms-meta-fileapi_created_at",
            "x-ms-meta-fileapi_created_by",
            "x-ms-meta-fileapiname",
            "x-ms-meta-a",
            "x-ms-meta-A1",
            "X-MS-Meta-b_");

    private final StorageSharedKeyCredential account = new StorageSharedKeyCredential("acme", "b3VyLWtleQ==");
    private final AccountKeyPolicy policy = new AccountKeyPolicy(account);

    @Test
    void anyHeadersHaveTheirPlace() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            Map<String, String> headers = new TreeMap<>();
            NAMES.stream().filter(name -> random.nextBoolean()).forEach(name -> headers.put(name, name + " value"));
            headers.put("Content-Length", Integer.toString(random.nextInt(3)));

            assertIsSignedAsByTheLibrary(request(URL, headers));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:10000/acme/files", "https://acme.blob.core.windows.net/files/%C3%BC/%2B"})
    void anyPathIsSigned(String url) {
        assertIsSignedAsByTheLibrary(request(url, Map.of("x-ms-version", "2025-07-05", "Content-Length", "0")));
    }

    @Test
    void parametersAreSigned() {
        assertIsSignedAsByTheLibrary(request(
                "http://127.0.0.1:10000/acme/files?restype=container&comp=list&include=snapshots,metadata",
                Map.of("x-ms-version", "2025-07-05", "Content-Length", "0")));
    }

    private void assertIsSignedAsByTheLibrary(HttpRequest request) {
        assertThat(policy.authorization(request))
                .isEqualTo(account.generateAuthorizationHeader(
                        request.getUrl(), request.getHttpMethod().toString(), request.getHeaders(), false));
    }

    private static HttpRequest request(String url, Map<String, String> headers) {
        HttpRequest request = new HttpRequest(HttpMethod.PUT, url);
        headers.forEach((name, value) -> request.setHeader(HttpHeaderName.fromString(name), value));
        return request;
    }
}
