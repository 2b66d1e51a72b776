package dev.fileapi.local.cosmos.sql;

import java.util.Arrays;
import java.util.List;

/** The words of a query and how far it has been read. */
final class Words {

    private final String query;
    private final List<Token> tokens;
    private int next;

    Words(String query) {
        this.query = query;
        this.tokens = new Lexer(query).tokens();
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        return tokens.get(next++);
    }

    boolean take(String word) {
        if (!peek().is(word)) {
            return false;
        }
        next++;
        return true;
    }

    void expect(String word) {
        if (!take(word)) {
            throw SqlException.syntax(query, peek().start(), word);
        }
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw SqlException.syntax(query, peek().start(), "the end of the query");
        }
    }

    String name() {
        if (peek().kind() != Token.Kind.NAME) {
            throw SqlException.syntax(query, peek().start(), "a name");
        }
        return take().text();
    }

    /** Whether a name that is none of the keywords comes next. */
    boolean isName(String... keywords) {
        return peek().kind() == Token.Kind.NAME && Arrays.stream(keywords).noneMatch(keyword -> peek().is(keyword));
    }

    int position() {
        return peek().start();
    }

    /** What was read from that position on, as written. */
    String since(int position) {
        return query.substring(position, tokens.get(next - 1).end());
    }

    SqlException error(String expected) {
        return SqlException.syntax(query, peek().start(), expected);
    }

    String aliasBehindFrom() {
        for (int at = 0; at < tokens.size() - 1; at++) {
            if (tokens.get(at).is("FROM")) {
                int alias = tokens.get(at + 2).is("AS") ? at + 3 : at + 2;
                Token token = tokens.get(alias);
                boolean named = token.kind() == Token.Kind.NAME
                        && List.of("WHERE", "ORDER", "OFFSET", "GROUP", "JOIN", "IN").stream()
                                .noneMatch(token::is);
                return named ? token.text() : tokens.get(at + 1).text();
            }
        }
        throw SqlException.unsupported("a query without FROM");
    }
}
