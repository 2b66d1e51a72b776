package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.FileState;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.TimeBound;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says in a query which files of a workspace match a filter. */
final class FileCriteria {

    private FileCriteria() {}

    /** Adds the condition; the list's composite indexes begin with its first property. */
    static Query addTo(Query query, FileFilter filter) {
        query.append("WHERE c.listed_as = ?", (filter.deleted() ? FileState.DELETED : FileState.LIVE).name());
        addUser(query, "c.created_by.id", filter.author());
        addUser(query, "c.latest.created_by.id", filter.modifiedBy());
        addUser(query, "c.deletion.by.id", filter.deletedBy());
        if (filter.nameContains() != null) {
            query.append(
                    "AND CONTAINS(c.lower_case_name, ?)", filter.nameContains().toLowerCase(Locale.ROOT));
        }
        addBounds(query, "c.created_at", filter.createdAt());
        addBounds(query, "c.latest.created_at", filter.modifiedAt());
        addBounds(query, "c.deletion.at", filter.deletedAt());
        if (!filter.prefix().isEmpty()) {
            query.append("AND STARTSWITH(c.path, ?)", filter.prefix());
        }
        if (filter.onlyDirectChildren()) {
            query.append("AND c.depth = ?", FileDocument.depth(filter.prefix()));
        }
        return query;
    }

    private static void addUser(Query query, String property, @Nullable UUID user) {
        if (user != null) {
            query.append("AND " + property + " = ?", user.toString());
        }
    }

    private static void addBounds(Query query, String property, List<TimeBound> bounds) {
        for (TimeBound bound : bounds) {
            Instant time = bound.time();
            boolean exact = Times.isExact(time);
            if (bound.comparison() == TimeBound.Comparison.EQUAL && !exact) {
                query.append("AND false");
            } else {
                query.append("AND " + property + " " + operator(bound.comparison(), exact) + " ?", Times.stored(time));
            }
        }
    }

    /**
     * The operator to compare stored times with a bound.
     *
     * @param exact false when the bound lies between two microseconds and is compared as the lower of them
     */
    private static String operator(TimeBound.Comparison comparison, boolean exact) {
        return switch (comparison) {
            case EQUAL -> "=";
            case LESS -> exact ? "<" : "<=";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> exact ? ">=" : ">";
        };
    }
}
