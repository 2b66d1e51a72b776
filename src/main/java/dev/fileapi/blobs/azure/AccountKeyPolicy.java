package dev.fileapi.blobs.azure;

import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.storage.common.StorageSharedKeyCredential;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs requests with an account's key ("Authorize with Shared Key"). The library's own policy compares the names of headers by a
 * {@link Collator} that takes each apart anew, a tenth of an upload's processor time for the metadata of a description. A request with
 * parameters has few headers and is signed by the library.
 */
final class AccountKeyPolicy extends HttpPipelineSyncPolicy {

    private static final String SERVICE_PREFIX = "x-ms-";

    /** Those that are signed by their value alone, in this order. */
    private static final List<HttpHeaderName> STANDARD = List.of(
            HttpHeaderName.CONTENT_ENCODING,
            HttpHeaderName.CONTENT_LANGUAGE,
            HttpHeaderName.CONTENT_LENGTH,
            HttpHeaderName.CONTENT_MD5,
            HttpHeaderName.CONTENT_TYPE,
            HttpHeaderName.DATE,
            HttpHeaderName.IF_MODIFIED_SINCE,
            HttpHeaderName.IF_MATCH,
            HttpHeaderName.IF_NONE_MATCH,
            HttpHeaderName.IF_UNMODIFIED_SINCE,
            HttpHeaderName.RANGE);

    private final StorageSharedKeyCredential account;

    /** The places of names that were sent, which are few. */
    private final Map<String, CollationKey> places = new ConcurrentHashMap<>();

    AccountKeyPolicy(StorageSharedKeyCredential account) {
        this.account = account;
    }

    @Override
    protected void beforeSendingRequest(HttpPipelineCallContext context) {
        HttpRequest request = context.getHttpRequest();
        request.setHeader(HttpHeaderName.AUTHORIZATION, authorization(request));
    }

    String authorization(HttpRequest request) {
        return request.getUrl().getQuery() == null
                ? "SharedKey " + account.getAccountName() + ":" + account.computeHmac256(text(request))
                : account.generateAuthorizationHeader(
                        request.getUrl(), request.getHttpMethod().toString(), request.getHeaders(), false);
    }

    private String text(HttpRequest request) {
        List<String> lines = new ArrayList<>();
        lines.add(request.getHttpMethod().toString());
        for (HttpHeaderName name : STANDARD) {
            String value = Objects.requireNonNullElse(request.getHeaders().getValue(name), "");
            lines.add(name.equals(HttpHeaderName.CONTENT_LENGTH) && value.equals("0") ? "" : value);
        }
        for (HttpHeader header : serviceHeaders(request)) {
            lines.add(header.getName().toLowerCase(Locale.ROOT) + ":" + header.getValue());
        }
        lines.add("/" + account.getAccountName() + request.getUrl().getPath());
        return String.join("\n", lines);
    }

    private List<HttpHeader> serviceHeaders(HttpRequest request) {
        List<HttpHeader> headers = new ArrayList<>();
        for (HttpHeader header : request.getHeaders()) {
            if (header.getName().regionMatches(true, 0, SERVICE_PREFIX, 0, SERVICE_PREFIX.length())) {
                headers.add(header);
            }
        }
        headers.sort(Comparator.comparing(this::place));
        return headers;
    }

    private CollationKey place(HttpHeader header) {
        return places.computeIfAbsent(
                header.getName(), name -> Collator.getInstance(Locale.ROOT).getCollationKey(name));
    }
}
