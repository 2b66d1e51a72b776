package dev.fileapi.local.cosmos;

import dev.fileapi.local.cosmos.sql.Expression;
import dev.fileapi.local.cosmos.sql.Expression.And;
import dev.fileapi.local.cosmos.sql.Expression.ArrayOf;
import dev.fileapi.local.cosmos.sql.Expression.Call;
import dev.fileapi.local.cosmos.sql.Expression.Comparison;
import dev.fileapi.local.cosmos.sql.Expression.Count;
import dev.fileapi.local.cosmos.sql.Expression.In;
import dev.fileapi.local.cosmos.sql.Expression.Not;
import dev.fileapi.local.cosmos.sql.Expression.ObjectOf;
import dev.fileapi.local.cosmos.sql.Expression.Or;
import dev.fileapi.local.cosmos.sql.Expression.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Walks expressions. */
final class Expressions {

    private Expressions() {}

    /** All properties that its value depends on. */
    static List<Property> properties(Expression expression) {
        List<Property> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expression expression, List<Property> into) {
        if (expression instanceof Property property) {
            into.add(property);
        } else {
            operands(expression).forEach(operand -> collect(operand, into));
        }
    }

    private static Collection<Expression> operands(Expression expression) {
        if (expression instanceof And and) {
            return List.of(and.left(), and.right());
        } else if (expression instanceof Or or) {
            return List.of(or.left(), or.right());
        } else if (expression instanceof Not not) {
            return List.of(not.operand());
        } else if (expression instanceof Comparison comparison) {
            return List.of(comparison.left(), comparison.right());
        } else if (expression instanceof In in) {
            return List.of(in.operand());
        } else if (expression instanceof Call call) {
            return call.arguments();
        } else if (expression instanceof ArrayOf array) {
            return array.elements();
        } else if (expression instanceof ObjectOf object) {
            return object.members().values();
        } else if (expression instanceof Count count) {
            return List.of(count.argument());
        }
        return List.of();
    }
}
