package dev.fileapi.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which files a list has; what is empty or null does not restrict it.
 *
 * @param prefix any beginning of the path; a folder's name ends in a slash
 * @param name a part of the name, whatever the case of its letters
 * @param sha256 the SHA-256 of the latest version in base64
 * @param tags what the latest version has, all of them
 * @param deleted whether deleted files are listed, and only they
 * @param pageSize how many files are asked for at once, from 1 to 5,000
 */
public record ListQuery(
        String prefix,
        @Nullable String name,
        @Nullable String sha256,
        Map<String, String> tags,
        boolean deleted,
        int pageSize) {

    private static final int DEFAULT_PAGE = 1_000;

    /** Copies the map. */
    public ListQuery {
        tags = Map.copyOf(tags);
    }

    /** Returns the query for all files. */
    public static ListQuery all() {
        return new ListQuery("", null, null, Map.of(), false, DEFAULT_PAGE);
    }

    /** Returns the query for the files whose paths begin like this. */
    public static ListQuery prefix(String beginning) {
        return new ListQuery(beginning, null, null, Map.of(), false, DEFAULT_PAGE);
    }

    /** Returns the same for names that contain a text. */
    public ListQuery withName(String part) {
        return new ListQuery(prefix, part, sha256, tags, deleted, pageSize);
    }

    /** Returns the same for files with a SHA-256, in base64. */
    public ListQuery withSha256(String sum) {
        return new ListQuery(prefix, name, sum, tags, deleted, pageSize);
    }

    /** Returns the same for files with all of these tags. */
    public ListQuery withTags(Map<String, String> all) {
        return new ListQuery(prefix, name, sha256, all, deleted, pageSize);
    }

    /** Returns the same for deleted files. */
    public ListQuery onlyDeleted() {
        return new ListQuery(prefix, name, sha256, tags, true, pageSize);
    }

    /** Returns the same with pages of another size. */
    public ListQuery withPageSize(int files) {
        return new ListQuery(prefix, name, sha256, tags, deleted, files);
    }

    /** Returns the query of the URL. */
    String query() {
        List<String> parts = new ArrayList<>();
        parts.add("limit=" + pageSize);
        if (!prefix.isEmpty()) {
            parts.add("prefix=" + ApiUrl.encode(prefix));
        }
        if (name != null) {
            parts.add("file_name=" + ApiUrl.encode(name));
        }
        if (sha256 != null) {
            parts.add("checksum=" + ApiUrl.encode("sha-256:" + sha256));
        }
        tags.forEach((key, value) -> parts.add("tag=" + ApiUrl.encode(key + ":" + value)));
        if (deleted) {
            parts.add("deleted=true");
        }
        return String.join("&", parts);
    }
}
