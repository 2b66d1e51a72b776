package dev.fileapi.http.request;

import dev.fileapi.http.problem.ValidationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the tags that files must have: {@code tag=key:value}, repeated for several. */
final class TagFilter {

    private static final String NAME = "tag";
    private static final int MAX_TAGS = 10;
    private static final TextPairs LIMITS = DeclarationFields.tags(NAME, MAX_TAGS);

    private TagFilter() {}

    /** @throws ValidationException for a value without a colon, one that no tag can be, a key with two values, or too many */
    static Map<String, String> read(QueryParameters query) {
        List<String> sent = query.values(NAME);
        if (sent.size() > MAX_TAGS) {
            throw new ValidationException(NAME, "can be given at most " + MAX_TAGS + " times");
        }
        Map<String, String> tags = new TreeMap<>();
        for (String tag : sent) {
            int colon = tag.indexOf(':');
            if (colon < 0) {
                throw new ValidationException(NAME, "must be a key, a colon and a value, as in project:apollo");
            }
            String value = tag.substring(colon + 1);
            LIMITS.check(tag.substring(0, colon), value);
            String other = tags.putIfAbsent(tag.substring(0, colon), value);
            if (other != null && !other.equals(value)) {
                throw new ValidationException(NAME, "must not have two values of one key, of which a file has one");
            }
        }
        return tags;
    }
}
