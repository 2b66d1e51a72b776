package dev.fileapi.local;

import java.nio.file.Path;
import java.util.UUID;

/** JDBC URLs of H2 in the modes that the metadata store needs: as PostgreSQL in names and in the place of nulls. */
public final class H2 {

    private static final String MODES = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private H2() {}

    /**
     * A database in this file, which is made when there is none. Every commit is on disk before it is answered: by default H2 waits half a
     * second ("SET WRITE_DELAY", H2 commands), and what a caller was told would be lost when this process is killed. Its cache of 256 MB holds
     * a workspace of 100,000 files; by default it is 16 MB or less ("SET CACHE_SIZE").
     */
    public static String inFile(Path file) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + MODES + ";WRITE_DELAY=0;CACHE_SIZE=262144";
    }

    /** A new, empty database that lasts as long as this Java process. */
    public static String inMemory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + MODES + ";DB_CLOSE_DELAY=-1";
    }
}
