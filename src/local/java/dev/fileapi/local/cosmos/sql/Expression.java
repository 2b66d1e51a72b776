package dev.fileapi.local.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A scalar expression. Undefined is a missing node; logic has the three values true, false and undefined ("Equality and comparison
 * operators", "Logical operators in Azure Cosmos DB for NoSQL").
 */
public sealed interface Expression {

    JsonNode UNDEFINED = MissingNode.getInstance();

    /** Its value for one document. */
    JsonNode evaluate(JsonNode document);

    /** True only when its value is true: what a filter lets through. */
    default boolean isTrueFor(JsonNode document) {
        return evaluate(document).isBoolean() && evaluate(document).booleanValue();
    }

    record Literal(JsonNode value) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            return value;
        }
    }

    /** A property of the document by its names from the root; none for the document itself. */
    record Property(List<String> names) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            JsonNode value = document;
            for (String name : names) {
                value = value.path(name);
            }
            return value;
        }

        /** As an indexing policy writes it, without what follows: {@code /a/b}. */
        public String path() {
            return "/" + String.join("/", names);
        }
    }

    record And(Expression left, Expression right) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            JsonNode first = left.evaluate(document);
            if (isFalse(first)) {
                return first;
            }
            JsonNode second = right.evaluate(document);
            return isFalse(second) || isTrue(first) ? logical(second) : UNDEFINED;
        }
    }

    record Or(Expression left, Expression right) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            JsonNode first = left.evaluate(document);
            if (isTrue(first)) {
                return first;
            }
            JsonNode second = right.evaluate(document);
            return isTrue(second) || isFalse(first) ? logical(second) : UNDEFINED;
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            JsonNode value = operand.evaluate(document);
            return value.isBoolean() ? BooleanNode.valueOf(!value.booleanValue()) : UNDEFINED;
        }
    }

    record Comparison(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            return operator.apply(left.evaluate(document), right.evaluate(document));
        }
    }

    record In(Expression operand, List<Expression> values) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            JsonNode value = operand.evaluate(document);
            return value.isMissingNode()
                    ? UNDEFINED
                    : BooleanNode.valueOf(values.stream()
                            .anyMatch(each -> isTrue(Operator.EQUAL.apply(value, each.evaluate(document)))));
        }
    }

    record Call(Function function, List<Expression> arguments) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            return function.apply(arguments.stream()
                    .map(argument -> argument.evaluate(document))
                    .toList());
        }
    }

    record ArrayOf(List<Expression> elements) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            elements.stream()
                    .map(element -> element.evaluate(document))
                    .filter(value -> !value.isMissingNode())
                    .forEach(array::add);
            return array;
        }
    }

    /** Members that are undefined are left out. */
    record ObjectOf(Map<String, Expression> members) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach((name, member) -> {
                JsonNode value = member.evaluate(document);
                if (!value.isMissingNode()) {
                    object.set(name, value);
                }
            });
            return object;
        }
    }

    /** COUNT of the argument where it is defined; a query has at most one, {@link Query#aggregate()}. */
    record Count(Expression argument) implements Expression {
        @Override
        public JsonNode evaluate(JsonNode document) {
            throw SqlException.unsupported("COUNT in this place");
        }
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    private static JsonNode logical(JsonNode value) {
        return value.isBoolean() ? value : UNDEFINED;
    }
}
