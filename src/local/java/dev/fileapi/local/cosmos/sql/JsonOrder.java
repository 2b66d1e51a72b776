package dev.fileapi.local.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Iterator;

/**
 * The order of values of any type: undefined, null, false, true, numbers, strings, arrays, objects ("ORDER BY clause in Azure
 * Cosmos DB for NoSQL", remarks on mixed types). Strings go by code point.
 */
public enum JsonOrder implements Comparator<JsonNode> {
    INSTANCE;

    @Override
    public int compare(JsonNode left, JsonNode right) {
        int byType = Integer.compare(rank(left), rank(right));
        if (byType != 0) {
            return byType;
        }
        if (left.isNumber()) {
            return numbers(left, right);
        }
        if (left.isTextual()) {
            return codePoints(left.textValue(), right.textValue());
        }
        return left.isContainerNode() ? elements(left.elements(), right.elements()) : 0;
    }

    /** The same for values that compare with each other; booleans are told apart. */
    static int rank(JsonNode value) {
        switch (value.getNodeType()) {
            case MISSING -> {
                return 0;
            }
            case NULL -> {
                return 1;
            }
            case BOOLEAN -> {
                return value.booleanValue() ? 3 : 2;
            }
            case NUMBER -> {
                return 4;
            }
            case STRING -> {
                return 5;
            }
            case ARRAY -> {
                return 6;
            }
            default -> {
                return 7;
            }
        }
    }

    private static int numbers(JsonNode left, JsonNode right) {
        return left.isIntegralNumber() && right.isIntegralNumber()
                ? Long.compare(left.longValue(), right.longValue())
                : Double.compare(left.doubleValue(), right.doubleValue());
    }

    private static int codePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int at = 0; at < length; at++) {
            char a = left.charAt(at);
            char b = right.charAt(at);
            if (a != b) {
                // a surrogate stands for a code point above all others
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private int elements(Iterator<JsonNode> left, Iterator<JsonNode> right) {
        while (left.hasNext() && right.hasNext()) {
            int compared = compare(left.next(), right.next());
            if (compared != 0) {
                return compared;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }
}
