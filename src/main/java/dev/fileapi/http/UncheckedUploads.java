package dev.fileapi.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** Tells with an answer how many uploads, at least, may be committed and not shown yet; the header is left out when there are none. */
final class UncheckedUploads {

    private static final String HEADER = "File-Api-Unchecked-Uploads";

    private UncheckedUploads() {}

    static <T> HttpResponse<T> told(T body, long unchecked) {
        return toldWith(HttpResponse.ok(body), unchecked);
    }

    static <T> HttpResponse<T> toldWith(MutableHttpResponse<T> answer, long unchecked) {
        return unchecked == 0 ? answer : answer.header(HEADER, Long.toString(unchecked));
    }
}
