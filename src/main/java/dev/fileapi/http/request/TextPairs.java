package dev.fileapi.http.request;

import dev.fileapi.http.problem.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object of strings.
 *
 * @param field its name
 * @param maxPairs how many it may have
 * @param maxKeyLength characters (code points) of a key, which has at least one
 * @param notInKeys what a key must not contain; empty for nothing
 * @param maxValueLength characters of a value
 * @param maxBytes of all keys and values together, in UTF-8
 */
record TextPairs(String field, int maxPairs, int maxKeyLength, String notInKeys, int maxValueLength, int maxBytes) {

    /**
     * Reads the field.
     *
     * @param sent null when it is not told; then the answer is null
     * @throws ValidationException when it has another form or breaks a limit
     */
    @Nullable
    Map<String, String> read(@Nullable JsonNode sent) {
        if (sent == null) {
            return null;
        }
        if (!sent.isObject()) {
            throw refused("must be an object of strings");
        }
        if (sent.size() > maxPairs) {
            throw refused("must have at most " + maxPairs + " keys");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        int bytes = 0;
        for (Map.Entry<String, JsonNode> pair : sent.entries()) {
            String key = key(pair.getKey());
            String value = value(pair.getValue());
            bytes += bytes(key) + bytes(value);
            pairs.put(key, value);
        }
        if (bytes > maxBytes) {
            throw refused("must have at most " + maxBytes + " bytes of UTF-8 in keys and values together");
        }
        return pairs;
    }

    /** @throws ValidationException when a pair breaks a limit */
    void check(String key, String value) {
        key(key);
        checkValue(value);
    }

    private String key(String key) {
        checkCharacters(key);
        if (key.isEmpty() || length(key) > maxKeyLength) {
            throw refused("must have keys of 1 to " + maxKeyLength + " characters");
        }
        if (!notInKeys.isEmpty() && key.contains(notInKeys)) {
            throw refused("must not have '" + notInKeys + "' in a key");
        }
        return key;
    }

    private String value(JsonNode sent) {
        if (!sent.isString()) {
            throw refused("must be an object of strings");
        }
        String value = sent.getStringValue();
        checkValue(value);
        return value;
    }

    private void checkValue(String value) {
        checkCharacters(value);
        if (length(value) > maxValueLength) {
            throw refused("must have values of at most " + maxValueLength + " characters");
        }
    }

    private void checkCharacters(String text) {
        if (text.codePoints().anyMatch(TextPairs::isRefused)) {
            throw refused("must not contain control characters or unpaired surrogates");
        }
    }

    private static boolean isRefused(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    private ValidationException refused(String why) {
        return new ValidationException(field, why);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
