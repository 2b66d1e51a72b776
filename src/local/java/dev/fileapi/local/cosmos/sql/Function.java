package dev.fileapi.local.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** System functions ("System functions in Azure Cosmos DB for NoSQL"); those on strings are undefined for anything else. */
public enum Function {
    IS_DEFINED,
    IS_NULL,
    IS_BOOL,
    IS_BOOLEAN,
    IS_NUMBER,
    IS_STRING,
    IS_ARRAY,
    IS_OBJECT,
    STARTSWITH,
    ENDSWITH,
    CONTAINS,
    LOWER,
    UPPER,
    LENGTH,
    SUBSTRING,
    INDEX_OF,
    ARRAY_CONTAINS;

    JsonNode apply(List<JsonNode> arguments) {
        JsonNode first = arguments.get(0);
        return switch (this) {
            case IS_DEFINED -> BooleanNode.valueOf(!first.isMissingNode());
            case IS_NULL -> BooleanNode.valueOf(first.isNull());
            case IS_BOOL, IS_BOOLEAN -> BooleanNode.valueOf(first.isBoolean());
            case IS_NUMBER -> BooleanNode.valueOf(first.isNumber());
            case IS_STRING -> BooleanNode.valueOf(first.isTextual());
            case IS_ARRAY -> BooleanNode.valueOf(first.isArray());
            case IS_OBJECT -> BooleanNode.valueOf(first.isObject());
            case ARRAY_CONTAINS -> arrayContains(first, arguments);
            default -> first.isTextual() ? ofText(first.textValue(), arguments) : Expression.UNDEFINED;
        };
    }

    /** Of whole elements; undefined for what is not an array. */
    private static JsonNode arrayContains(JsonNode array, List<JsonNode> arguments) {
        if (arguments.size() > 2) {
            throw SqlException.unsupported("ARRAY_CONTAINS of parts of elements");
        }
        if (!array.isArray() || arguments.get(1).isMissingNode()) {
            return Expression.UNDEFINED;
        }
        for (JsonNode element : array) {
            JsonNode equal = Operator.EQUAL.apply(element, arguments.get(1));
            if (equal.isBoolean() && equal.booleanValue()) {
                return BooleanNode.TRUE;
            }
        }
        return BooleanNode.FALSE;
    }

    private JsonNode ofText(String text, List<JsonNode> arguments) {
        return switch (this) {
            case STARTSWITH -> test(String::startsWith, text, arguments);
            case ENDSWITH -> test(String::endsWith, text, arguments);
            case CONTAINS -> test(String::contains, text, arguments);
            case LOWER -> TextNode.valueOf(text.toLowerCase(Locale.ROOT));
            case UPPER -> TextNode.valueOf(text.toUpperCase(Locale.ROOT));
            case LENGTH -> IntNode.valueOf(text.codePointCount(0, text.length()));
            case SUBSTRING -> substring(text, arguments.get(1), arguments.get(2));
            case INDEX_OF -> indexOf(text, arguments);
            default -> throw SqlException.unsupported("the function " + this);
        };
    }

    /** The third argument, when there and true, makes the comparison ignore case. */
    private static JsonNode test(BiPredicate<String, String> test, String text, List<JsonNode> arguments) {
        if (!arguments.get(1).isTextual()) {
            return Expression.UNDEFINED;
        }
        String part = arguments.get(1).textValue();
        boolean ignoreCase = arguments.size() > 2 && arguments.get(2).booleanValue();
        return BooleanNode.valueOf(
                ignoreCase
                        ? test.test(text.toLowerCase(Locale.ROOT), part.toLowerCase(Locale.ROOT))
                        : test.test(text, part));
    }

    private static JsonNode substring(String text, JsonNode from, JsonNode length) {
        if (!from.isNumber() || !length.isNumber()) {
            return Expression.UNDEFINED;
        }
        int start = Math.min(from.intValue(), text.length());
        return TextNode.valueOf(text.substring(start, (int) Math.min(start + length.longValue(), text.length())));
    }

    private static JsonNode indexOf(String text, List<JsonNode> arguments) {
        int from = arguments.size() > 2 ? arguments.get(2).intValue() : 0;
        return arguments.get(1).isTextual()
                ? IntNode.valueOf(text.indexOf(arguments.get(1).textValue(), from))
                : Expression.UNDEFINED;
    }
}
