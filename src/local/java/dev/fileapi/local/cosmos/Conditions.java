package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fileapi.local.cosmos.sql.Expression;
import dev.fileapi.local.cosmos.sql.Expression.And;
import dev.fileapi.local.cosmos.sql.Expression.Call;
import dev.fileapi.local.cosmos.sql.Expression.Comparison;
import dev.fileapi.local.cosmos.sql.Expression.Literal;
import dev.fileapi.local.cosmos.sql.Expression.Property;
import dev.fileapi.local.cosmos.sql.Function;
import dev.fileapi.local.cosmos.sql.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions that must all hold, each with what an index can do for it. */
record Conditions(List<Condition> all) {

    /**
     * One condition.
     *
     * @param bounds of the property's value that it implies; null when it implies none
     * @param covered whether an index tells without the document whether it holds
     */
    record Condition(Expression expression, @Nullable Bounds bounds, boolean covered) {}

    /** Values of a property, both ends inclusive; null: open. */
    record Bounds(
            Property property,
            @Nullable JsonNode low,
            @Nullable JsonNode high) {
        boolean isExact() {
            return low != null && low.equals(high);
        }
    }

    private static final String HIGHEST_CHARACTER = "\uDBFF\uDFFF";

    static Conditions of(@Nullable Expression filter, IndexingPolicy policy) {
        List<Condition> all = new ArrayList<>();
        if (filter != null) {
            collect(filter, policy, all);
        }
        return new Conditions(all);
    }

    private static void collect(Expression expression, IndexingPolicy policy, List<Condition> into) {
        if (expression instanceof And and) {
            collect(and.left(), policy, into);
            collect(and.right(), policy, into);
        } else {
            into.add(new Condition(expression, bounds(expression), isCovered(expression, policy)));
        }
    }

    /** The property to seek in an index by: one with an exact value if there is one. */
    Optional<Property> bestProperty(IndexingPolicy policy) {
        List<Bounds> usable = all.stream()
                .map(Condition::bounds)
                .filter(bounds ->
                        bounds != null && policy.covers(bounds.property().path()))
                .toList();
        return usable.stream()
                .filter(Bounds::isExact)
                .findFirst()
                .or(() -> usable.stream().findFirst())
                .map(Bounds::property);
    }

    /** The one value that the property must have, if the conditions say so. */
    Optional<JsonNode> exactValue(Property property) {
        return boundsOf(property).stream().filter(Bounds::isExact).findFirst().map(Bounds::low);
    }

    List<Bounds> boundsOf(Property property) {
        List<Bounds> found = new ArrayList<>();
        for (Condition condition : all) {
            Bounds bounds = condition.bounds();
            if (bounds != null && bounds.property().equals(property)) {
                found.add(bounds);
            }
        }
        return found;
    }

    private static @Nullable Bounds bounds(Expression expression) {
        if (expression instanceof Comparison comparison) {
            if (comparison.left() instanceof Property property && comparison.right() instanceof Literal literal) {
                return bounds(property, comparison.operator(), literal.value());
            }
            if (comparison.right() instanceof Property property && comparison.left() instanceof Literal literal) {
                return bounds(property, comparison.operator().mirrored(), literal.value());
            }
        }
        if (expression instanceof Call call
                && call.function() == Function.STARTSWITH
                && call.arguments().size() == 2
                && call.arguments().get(0) instanceof Property property
                && call.arguments().get(1) instanceof Literal literal
                && literal.value().isTextual()) {
            String prefix = literal.value().textValue();
            return new Bounds(property, literal.value(), TextNode.valueOf(prefix + HIGHEST_CHARACTER));
        }
        return null;
    }

    private static @Nullable Bounds bounds(Property property, Operator operator, JsonNode value) {
        switch (operator) {
            case EQUAL -> {
                return new Bounds(property, value, value);
            }
            case LESS, LESS_OR_EQUAL -> {
                return new Bounds(property, least(value), value);
            }
            case GREATER, GREATER_OR_EQUAL -> {
                return new Bounds(property, value, null);
            }
            default -> {
                return null;
            }
        }
    }

    /** The least value of the same type: nothing compares with other types. */
    private static @Nullable JsonNode least(JsonNode value) {
        if (value.isNumber()) {
            return DoubleNode.valueOf(Double.NEGATIVE_INFINITY);
        }
        return value.isTextual() ? TextNode.valueOf("") : null;
    }

    private static boolean isCovered(Expression expression, IndexingPolicy policy) {
        if (expression instanceof Call call
                && call.function() == Function.ARRAY_CONTAINS
                && call.arguments().get(0) instanceof Property array) {
            // "Indexing policies": an array's elements are addressed together
            return policy.covers(array.path() + "/[]");
        }
        return Expressions.properties(expression).stream().allMatch(property -> policy.covers(property.path()));
    }
}
