package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.TimeBound;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says in SQL which files of a workspace match a filter. */
final class FileCriteria {

    private FileCriteria() {}

    /** The condition behind {@code WHERE}; the list's indexes begin with its first three columns. */
    static Query of(Workspace workspace, FileFilter filter) {
        Query criteria = new Query(
                "organisation_id = ? AND workspace_id = ? AND listed_as = ?",
                workspace.organisationId(),
                workspace.workspaceId(),
                (filter.deleted() ? FileState.DELETED : FileState.LIVE).name());
        addUser(criteria, "created_by_id", filter.author());
        addUser(criteria, "modified_by_id", filter.modifiedBy());
        addUser(criteria, "deleted_by_id", filter.deletedBy());
        addName(criteria, filter.nameContains());
        addBounds(criteria, "created_at", filter.createdAt());
        addBounds(criteria, "modified_at", filter.modifiedAt());
        addBounds(criteria, "deleted_at", filter.deletedAt());
        addPrefix(criteria, filter.prefix());
        if (filter.onlyDirectChildren()) {
            criteria.append("AND depth = ?", FileMapping.depth(filter.prefix()));
        }
        return criteria;
    }

    private static void addUser(Query criteria, String column, @Nullable UUID user) {
        if (user != null) {
            criteria.append("AND " + column + " = ?", user);
        }
    }

    private static void addName(Query criteria, @Nullable String part) {
        if (part == null) {
            return;
        }
        if (part.indexOf('\0') >= 0) {
            // No path has it, and PostgreSQL takes no text with it.
            criteria.append("AND FALSE");
        } else {
            // Unlike LIKE, it knows no wildcards.
            criteria.append("AND POSITION(? IN lower_case_name) > 0", part.toLowerCase(Locale.ROOT));
        }
    }

    private static void addPrefix(Query criteria, String prefix) {
        if (!prefix.isEmpty()) {
            criteria.append("AND").append(PathBytes.of(prefix).atLeast());
            criteria.append("AND").append(PathBytes.behind(prefix).below());
        }
    }

    private static void addBounds(Query criteria, String column, List<TimeBound> bounds) {
        for (TimeBound bound : bounds) {
            Instant time = Times.withinRange(bound.time());
            boolean exact = time.equals(Times.stored(time));
            if (bound.comparison() == TimeBound.Comparison.EQUAL && !exact) {
                criteria.append("AND FALSE");
            } else {
                criteria.append("AND " + column + operator(bound.comparison(), exact) + "?", Times.argument(time));
            }
        }
    }

    /** @param exact false when the bound lies between two microseconds and is compared as the lower of them */
    private static String operator(TimeBound.Comparison comparison, boolean exact) {
        return switch (comparison) {
            case EQUAL -> " = ";
            case LESS -> exact ? " < " : " <= ";
            case LESS_OR_EQUAL -> " <= ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> exact ? " >= " : " > ";
        };
    }
}
