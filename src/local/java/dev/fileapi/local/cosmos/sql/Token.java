package dev.fileapi.local.cosmos.sql;

/**
 * A word of a query.
 *
 * @param text as written, but for strings their value
 * @param start where it begins in the query
 * @param end where it ends there
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        NAME,
        PARAMETER,
        STRING,
        NUMBER,
        SYMBOL,
        END
    }

    /** Keywords and function names ignore case. */
    boolean is(String word) {
        return kind != Kind.STRING && text.equalsIgnoreCase(word);
    }
}
