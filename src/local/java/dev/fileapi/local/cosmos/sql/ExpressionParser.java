package dev.fileapi.local.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads expressions by recursive descent: OR, AND, NOT, comparisons, then what stands alone. */
final class ExpressionParser {

    private final Words words;
    private final String alias;
    private final Map<String, JsonNode> parameters;

    ExpressionParser(Words words, String alias, Map<String, JsonNode> parameters) {
        this.words = words;
        this.alias = alias;
        this.parameters = parameters;
    }

    Expression expression() {
        Expression left = conjunction();
        while (words.take("OR")) {
            left = new Expression.Or(left, conjunction());
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = negation();
        while (words.take("AND")) {
            left = new Expression.And(left, negation());
        }
        return left;
    }

    private Expression negation() {
        return words.take("NOT") ? new Expression.Not(negation()) : comparison();
    }

    private Expression comparison() {
        Expression left = primary();
        Optional<Operator> operator = Operator.of(words.peek().text());
        if (operator.isPresent() && words.peek().kind() == Token.Kind.SYMBOL) {
            words.take();
            return new Expression.Comparison(operator.get(), left, primary());
        }
        if (words.take("BETWEEN")) {
            Expression low = primary();
            words.expect("AND");
            return new Expression.And(
                    new Expression.Comparison(Operator.GREATER_OR_EQUAL, left, low),
                    new Expression.Comparison(Operator.LESS_OR_EQUAL, left, primary()));
        }
        if (words.take("IN")) {
            words.expect("(");
            return new Expression.In(left, listUntil(")"));
        }
        return left;
    }

    Expression primary() {
        Token token = words.peek();
        switch (token.kind()) {
            case STRING -> {
                words.take();
                return new Expression.Literal(TextNode.valueOf(token.text()));
            }
            case NUMBER -> {
                words.take();
                return new Expression.Literal(number(token.text()));
            }
            case PARAMETER -> {
                words.take();
                return parameter(token.text());
            }
            case NAME -> {
                return named(words.take().text());
            }
            default -> {
                return symbol();
            }
        }
    }

    private Expression symbol() {
        if (words.take("(")) {
            Expression inner = expression();
            words.expect(")");
            return inner;
        }
        if (words.take("[")) {
            return new Expression.ArrayOf(listUntil("]"));
        }
        if (words.take("{")) {
            return object();
        }
        if (words.take("-")) {
            return new Expression.Literal(number("-" + words.take().text()));
        }
        throw words.error("an expression");
    }

    private Expression parameter(String name) {
        JsonNode value = parameters.get(name);
        if (value == null) {
            throw SqlException.wrong("No value for the parameter " + name);
        }
        return new Expression.Literal(value);
    }

    private Expression named(String name) {
        if (words.take("(")) {
            return call(name.toUpperCase(Locale.ROOT), listUntil(")"));
        }
        if (name.equals(alias)) {
            return property();
        }
        switch (name.toLowerCase(Locale.ROOT)) {
            case "true" -> {
                return new Expression.Literal(BooleanNode.TRUE);
            }
            case "false" -> {
                return new Expression.Literal(BooleanNode.FALSE);
            }
            case "null" -> {
                return new Expression.Literal(NullNode.getInstance());
            }
            case "undefined" -> {
                return new Expression.Literal(Expression.UNDEFINED);
            }
            default -> {
                throw SqlException.wrong("Identifier '" + name + "' could not be resolved");
            }
        }
    }

    private static Expression call(String name, List<Expression> arguments) {
        if (name.equals("COUNT")) {
            return new Expression.Count(arguments.get(0));
        }
        for (Function function : Function.values()) {
            if (function.name().equals(name)) {
                return new Expression.Call(function, arguments);
            }
        }
        throw SqlException.unsupported("the function " + name);
    }

    private Expression property() {
        List<String> names = new ArrayList<>();
        while (true) {
            if (words.take(".")) {
                names.add(words.name());
            } else if (words.take("[")) {
                names.add(words.take().text());
                words.expect("]");
            } else {
                return new Expression.Property(names);
            }
        }
    }

    private Expression object() {
        Map<String, Expression> members = new LinkedHashMap<>();
        while (!words.take("}")) {
            String name = words.take().text();
            words.expect(":");
            members.put(name, expression());
            words.take(",");
        }
        return new Expression.ObjectOf(members);
    }

    private List<Expression> listUntil(String end) {
        List<Expression> list = new ArrayList<>();
        while (!words.take(end)) {
            list.add(expression());
            words.take(",");
        }
        return list;
    }

    private static JsonNode number(String text) {
        return text.contains(".") || text.contains("e") || text.contains("E")
                ? DoubleNode.valueOf(Double.parseDouble(text))
                : LongNode.valueOf(Long.parseLong(text));
    }
}
