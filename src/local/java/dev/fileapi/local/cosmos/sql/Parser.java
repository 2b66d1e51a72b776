package dev.fileapi.local.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of a query; its expressions are {@link ExpressionParser}'s. */
final class Parser {

    private final String text;
    private final Words words;
    private final Map<String, JsonNode> parameters;

    Parser(String text, Map<String, JsonNode> parameters) {
        this.text = text;
        this.words = new Words(text);
        this.parameters = parameters;
    }

    Query query() {
        // the alias stands after FROM, but the projection needs it
        String alias = words.aliasBehindFrom();
        ExpressionParser expressions = new ExpressionParser(words, alias, parameters);
        words.expect("SELECT");
        boolean distinct = words.take("DISTINCT");
        @Nullable Long top = words.take("TOP") ? (Long) number(expressions) : null;
        boolean value = words.take("VALUE");
        Query.Selection select = value ? value(expressions) : list(expressions, alias);
        words.expect("FROM");
        String source = source();
        Query.@Nullable Filter filter = null;
        if (words.take("WHERE")) {
            int start = words.position();
            Expression condition = expressions.expression();
            filter = new Query.Filter(condition, words.since(start));
        }
        if (words.take("GROUP")) {
            throw SqlException.unsupported("GROUP BY");
        }
        List<Query.Order> orderBy = words.take("ORDER") ? orderBy(expressions) : List.of();
        long offset = 0;
        @Nullable Long limit = top;
        if (words.take("OFFSET")) {
            offset = number(expressions);
            words.expect("LIMIT");
            limit = number(expressions);
        }
        words.expectEnd();
        return new Query(select, value, distinct, source, filter, orderBy, offset, limit);
    }

    private Query.Selection value(ExpressionParser expressions) {
        int start = words.position();
        Expression expression = expressions.expression();
        return new Query.Selection(expression, words.since(start));
    }

    private Query.Selection list(ExpressionParser expressions, String alias) {
        if (words.take("*")) {
            return new Query.Selection(new Expression.Property(List.of()), alias);
        }
        Map<String, Expression> members = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        do {
            int start = words.position();
            Expression expression = expressions.expression();
            String written = words.since(start);
            String name = words.take("AS") ? words.name() : nameOf(expression, members.size());
            members.put(name, expression);
            texts.add("\"" + name + "\": " + written);
        } while (words.take(","));
        return new Query.Selection(new Expression.ObjectOf(members), "{" + String.join(", ", texts) + "}");
    }

    private static String nameOf(Expression expression, int position) {
        return expression instanceof Expression.Property property
                        && !property.names().isEmpty()
                ? property.names().get(property.names().size() - 1)
                : "$" + (position + 1);
    }

    private String source() {
        int start = words.position();
        String container = words.name();
        if (words.take("AS") || words.isName("WHERE", "ORDER", "OFFSET", "GROUP", "JOIN")) {
            words.name();
        }
        if (words.take("JOIN") || words.take("IN") || container.isEmpty()) {
            throw SqlException.unsupported("JOIN or IN after FROM: " + text);
        }
        return words.since(start);
    }

    private List<Query.Order> orderBy(ExpressionParser expressions) {
        words.expect("BY");
        List<Query.Order> orders = new ArrayList<>();
        do {
            int start = words.position();
            if (!(expressions.expression() instanceof Expression.Property property)) {
                throw SqlException.unsupported("ORDER BY of anything but a property");
            }
            String written = words.since(start);
            boolean descending = words.take("DESC");
            if (!descending) {
                words.take("ASC");
            }
            orders.add(new Query.Order(property, descending, written));
        } while (words.take(","));
        return orders;
    }

    private static long number(ExpressionParser expressions) {
        if (expressions.primary() instanceof Expression.Literal literal
                && literal.value().canConvertToLong()) {
            return literal.value().longValue();
        }
        throw SqlException.wrong("TOP, OFFSET and LIMIT need a whole number");
    }
}
