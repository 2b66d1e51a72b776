package dev.fileapi.local.cosmos.sql;

/** A query that cannot be answered: it is wrong, or uses what the emulator does not know. */
public final class SqlException extends RuntimeException {

    private final boolean unsupported;

    private SqlException(String message, boolean unsupported) {
        super(message);
        this.unsupported = unsupported;
    }

    static SqlException syntax(String query, int at, String expected) {
        return new SqlException(
                "Syntax error at " + at + ", expected " + expected + ": "
                        + query.substring(Math.min(at, query.length())),
                false);
    }

    static SqlException wrong(String message) {
        return new SqlException(message, false);
    }

    static SqlException unsupported(String what) {
        return new SqlException("The emulator does not know " + what, true);
    }

    /** True when Cosmos DB may well know it, but the emulator does not. */
    public boolean isUnsupported() {
        return unsupported;
    }
}
