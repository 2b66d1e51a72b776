package dev.fileapi.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A blob was committed.
 *
 * @param api what did it, as blob events call it: {@code PutBlob}, {@code PutBlockList} or {@code CopyBlob}
 * @param container the blob's container
 * @param blob its name, decoded
 */
public record BlobCommit(String api, String container, String blob) {

    private static final Pattern CREATED =
            Pattern.compile("\"PUT /[^/ ?]+/([^/ ?]+)/([^ ?]+)(?:\\?([^ ]*))? HTTP/[0-9.]+\" (201|202) .*");
    private static final Pattern OPERATION = Pattern.compile("(?:^|&)(?:comp|restype)=([^&]*)");

    /** What a line of Azurite's access log says was committed; empty when it says nothing of the kind. */
    static Optional<BlobCommit> parse(String line) {
        int request = line.indexOf("\"PUT ");
        Matcher created = CREATED.matcher(line.substring(Math.max(request, 0)));
        if (request < 0 || !created.matches()) {
            return Optional.empty();
        }
        String query = created.group(3);
        Matcher operation = OPERATION.matcher(query == null ? "" : query);
        if (!operation.find()) {
            String api = "202".equals(created.group(4)) ? "CopyBlob" : "PutBlob";
            return Optional.of(new BlobCommit(api, created.group(1), decoded(created.group(2))));
        }
        return operation.group(1).equals("blocklist")
                ? Optional.of(new BlobCommit("PutBlockList", created.group(1), decoded(created.group(2))))
                : Optional.empty();
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
