package dev.fileapi.metadata.jdbc;

/**
 * Selects a page far from the beginning of a listing. The index of the order alone tells what its first file has there, and only the page's
 * rows are loaded: skipped by the whole order, each row before it would be loaded and sorted. The offset is written out, since H2 answers
 * a statement as it did before when only a parameter of such a subquery differs.
 */
record JdbcFarPage(JdbcListing listing, boolean backwards) {

    /** @param offset 1 or more */
    JdbcQuery select(long offset, int limit) {
        return new JdbcQuery("WITH start AS (")
                .append(start(offset))
                .append(")")
                .append(files(ListedFileRow.COLUMNS, ascending() ? ">=" : "<="))
                .append(listing.orderBy(backwards))
                .append("LIMIT ? OFFSET", limit)
                .append(skipped(offset));
    }

    /** Selects what the file at the offset has in the first column of the order. */
    JdbcQuery start(long offset) {
        return listing.select(listing.firstColumn() + " AS place")
                .append(listing.orderByFirst(backwards))
                .append("LIMIT 1 OFFSET " + offset);
    }

    /** Usually no other file has the same in that column. Those that have are ordered by what the index does not tell. */
    private JdbcQuery skipped(long offset) {
        return new JdbcQuery("(CASE WHEN (")
                .append(files("COUNT(*)", "="))
                .append(") = 1 THEN 0 ELSE " + offset + " - (")
                .append(files("COUNT(*)", ascending() ? "<" : ">"))
                .append(") END)");
    }

    private JdbcQuery files(String columns, String comparison) {
        return listing.select(columns)
                .append("AND " + listing.firstColumn() + " " + comparison + " (SELECT place FROM start)");
    }

    private boolean ascending() {
        return listing.isFirstAscending() != backwards;
    }
}
