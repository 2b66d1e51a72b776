package dev.fileapi.local.cosmos.sql;

import java.util.ArrayList;
import java.util.List;

/** Splits a query into words. */
final class Lexer {

    private final String query;
    private int at;

    Lexer(String query) {
        this.query = query;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        if (at == query.length()) {
            return new Token(Token.Kind.END, "", at, at);
        }
        char first = query.charAt(at);
        if (first == '"' || first == '\'') {
            return string(first);
        }
        if (Character.isDigit(first)) {
            return run(Token.Kind.NUMBER);
        }
        if (first == '@') {
            return run(Token.Kind.PARAMETER);
        }
        if (Character.isLetter(first) || first == '_') {
            return run(Token.Kind.NAME);
        }
        return symbol();
    }

    private Token run(Token.Kind kind) {
        int start = at++;
        while (at < query.length() && belongs(kind, query.charAt(at))) {
            at++;
        }
        return new Token(kind, query.substring(start, at), start, at);
    }

    private static boolean belongs(Token.Kind kind, char character) {
        return Character.isLetterOrDigit(character)
                || character == '_'
                || (kind == Token.Kind.NUMBER && character == '.');
    }

    private Token symbol() {
        int start = at;
        String two = query.substring(at, Math.min(at + 2, query.length()));
        at += List.of("<=", ">=", "!=", "<>", "||", "??").contains(two) ? 2 : 1;
        return new Token(Token.Kind.SYMBOL, query.substring(start, at), start, at);
    }

    private Token string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < query.length() && query.charAt(at) != quote) {
            char character = query.charAt(at++);
            value.append(character == '\\' && at < query.length() ? escaped() : character);
        }
        if (at == query.length()) {
            throw SqlException.syntax(query, start, "the end of the string");
        }
        at++;
        return new Token(Token.Kind.STRING, value.toString(), start, at);
    }

    private char escaped() {
        char character = query.charAt(at++);
        switch (character) {
            case 'n' -> {
                return '\n';
            }
            case 't' -> {
                return '\t';
            }
            case 'r' -> {
                return '\r';
            }
            case 'b' -> {
                return '\b';
            }
            case 'f' -> {
                return '\f';
            }
            case 'u' -> {
                at += 4;
                return (char) Integer.parseInt(query.substring(at - 4, at), 16);
            }
            default -> {
                return character;
            }
        }
    }
}
