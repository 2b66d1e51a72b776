package dev.fileapi.local.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parsed query with its parameters' values put in.
 *
 * @param select what to give for each document
 * @param selectValue whether SELECT VALUE was written
 * @param distinct whether equal results are given once
 * @param source the text between FROM and what follows it
 * @param filter null: every document
 * @param limit null: all
 */
public record Query(
        Selection select,
        boolean selectValue,
        boolean distinct,
        String source,
        @Nullable Filter filter,
        List<Order> orderBy,
        long offset,
        @Nullable Long limit) {

    /** The projection and its text, in the form that can stand after SELECT VALUE. */
    public record Selection(Expression expression, String text) {}

    /** The condition and its text. */
    public record Filter(Expression expression, String text) {}

    /** One criterion of the order and its property's text. */
    public record Order(Expression.Property property, boolean descending, String text) {}

    /**
     * Reads a query.
     *
     * @param parameters their values by name, {@code @} included
     * @throws SqlException when the query is wrong or beyond the emulator
     */
    public static Query parse(String text, Map<String, JsonNode> parameters) {
        return new Parser(text, parameters).query();
    }

    /** The condition of a conditional patch: {@code from c where …}. */
    public static Expression parseCondition(String text) {
        Filter filter = new Parser("SELECT * " + text, Map.of()).query().filter();
        if (filter == null) {
            throw SqlException.wrong("A patch's condition has no WHERE: " + text);
        }
        return filter.expression();
    }

    /** What to count when the query counts; null when it does not. */
    public Expression.@Nullable Count aggregate() {
        if (select.expression() instanceof Expression.Count count) {
            return count;
        }
        // what a query plan makes of it
        return select.expression() instanceof Expression.ArrayOf array
                        && array.elements().size() == 1
                        && array.elements().get(0) instanceof Expression.ObjectOf object
                        && object.members().get("item") instanceof Expression.Count count
                ? count
                : null;
    }

    /** Whether the result of an aggregate is to be wrapped for a client that adds up parts. */
    public boolean isPartialAggregate() {
        return select.expression() instanceof Expression.ArrayOf;
    }
}
