package dev.fileapi.local.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Arrays;
import java.util.Optional;

/** Comparisons: undefined when a side is, or when the types differ ("Equality and comparison operators"). */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    static Optional<Operator> of(String symbol) {
        String plain = symbol.equals("<>") ? "!=" : symbol;
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(plain))
                .findFirst();
    }

    JsonNode apply(JsonNode left, JsonNode right) {
        if (left.isMissingNode() || left.getNodeType() != right.getNodeType()) {
            return Expression.UNDEFINED;
        }
        return BooleanNode.valueOf(holds(JsonOrder.INSTANCE.compare(left, right)));
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    /** The same said with the sides exchanged. */
    public Operator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> this;
        };
    }
}
