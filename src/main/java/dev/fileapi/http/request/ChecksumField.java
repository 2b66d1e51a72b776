package dev.fileapi.http.request;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads checksums: an object with {@code algorithm} and {@code value}, or a list of such objects. */
final class ChecksumField {

    private static final String NAME = "checksum";

    private static final String ALGORITHMS = Arrays.stream(ChecksumAlgorithm.values())
            .map(ChecksumAlgorithm::word)
            .collect(Collectors.joining(", "));

    private ChecksumField() {}

    /**
     * Reads the field.
     *
     * @param sent null when it is not told
     * @throws ValidationException when it has another form, or an algorithm twice
     */
    static Checksums read(@Nullable JsonNode sent) {
        Checksums checksums = Checksums.NONE;
        if (sent == null) {
            return checksums;
        }
        for (JsonNode each : sent.isArray() ? sent.values() : Arrays.asList(sent)) {
            ChecksumAlgorithm algorithm = algorithm(each);
            if (checksums.get(algorithm) != null) {
                throw new ValidationException(
                        NAME, "must have each algorithm once, and has " + algorithm.word() + " twice");
            }
            checksums = with(checksums, algorithm, text(each, "value"));
        }
        return checksums;
    }

    private static ChecksumAlgorithm algorithm(JsonNode sent) {
        return ChecksumAlgorithm.of(text(sent, "algorithm"))
                .orElseThrow(() -> new ValidationException(NAME, "must have an algorithm of these: " + ALGORITHMS));
    }

    private static Checksums with(Checksums others, ChecksumAlgorithm algorithm, String value) {
        try {
            return others.with(algorithm, value);
        } catch (IllegalArgumentException otherForm) {
            throw new ValidationException(
                    NAME,
                    "must have, for " + algorithm.word() + ", the " + algorithm.bytes()
                            + " bytes in base64 with padding as its value (RFC 4648, section 4)");
        }
    }

    private static String text(JsonNode sent, String field) {
        @Nullable JsonNode value = sent.isObject() ? sent.get(field) : null;
        if (value == null || !value.isString()) {
            throw new ValidationException(
                    NAME, "must be an object with the strings algorithm and value, or a list of such objects");
        }
        return value.getStringValue();
    }
}
