package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.SizeBound;
import dev.fileapi.files.store.TimeBound;
import dev.fileapi.metadata.BoundOperator;
import dev.fileapi.metadata.ListKeys;
import dev.fileapi.metadata.StoredTimes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SQL condition for the files of a workspace that match a filter. */
final class JdbcFileCriteria {

    /** What LIKE does not take as itself; a backslash before it makes it so, on both databases. */
    private static final Pattern WILDCARD = Pattern.compile("[%_\\\\]");

    private JdbcFileCriteria() {}

    /** Returns the condition that follows {@code WHERE}; the list's indexes begin with its first three columns. */
    static JdbcQuery of(Workspace workspace, FileFilter filter) {
        JdbcQuery criteria = new JdbcQuery(
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
        for (SizeBound bound : filter.size()) {
            criteria.append("AND latest_size " + BoundOperator.of(bound.comparison()) + " ?", bound.bytes());
        }
        addDetails(criteria, workspace, filter);
        addPrefix(criteria, filter.prefix());
        if (filter.onlyDirectChildren()) {
            criteria.append("AND depth = ?", ListKeys.depth(filter.prefix()));
        }
        return criteria;
    }

    private static void addUser(JdbcQuery criteria, String column, @Nullable UUID user) {
        if (user != null) {
            criteria.append("AND " + column + " = ?", user);
        }
    }

    private static void addName(JdbcQuery criteria, @Nullable String part) {
        if (part == null) {
            return;
        }
        if (part.indexOf('\0') >= 0) {
            // No path contains it, and PostgreSQL accepts no text with it.
            criteria.append("AND FALSE");
        } else {
            // On PostgreSQL an index answers it, of what has three letters or more.
            criteria.append(
                    "AND lower_case_name LIKE ?", "%" + WILDCARD.matcher(part).replaceAll("\\\\$0") + "%");
        }
    }

    /** The databases have {@code file_has_tag} from their migrations; on PostgreSQL an index answers it. */
    private static void addDetails(JdbcQuery criteria, Workspace workspace, FileFilter filter) {
        if (filter.tags().isEmpty() && filter.checksums().isEmpty()) {
            return;
        }
        // Never greater, see FileRow: with = PostgreSQL would expect hardly a row to be left, and choose its plan by
        // that.
        criteria.append("AND details_of >= latest_version_id");
        filter.tags()
                .forEach((key, value) -> criteria.append(
                        "AND file_has_tag(workspace_id, latest_tags, ?)",
                        workspace.workspaceId() + ":" + key + ":" + value));
        filter.checksums()
                .values()
                .forEach((algorithm, value) -> criteria.append("AND " + column(algorithm) + " = ?", value));
    }

    /** Returns the column with the latest version's checksum by an algorithm. */
    static String column(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> "latest_sha256";
            case MD5 -> "latest_md5";
            case CRC64NVME -> "latest_crc64nvme";
        };
    }

    private static void addPrefix(JdbcQuery criteria, String prefix) {
        if (!prefix.isEmpty()) {
            criteria.append("AND").append(PathKey.of(prefix).from());
            criteria.append("AND").append(PathKey.after(prefix).before());
        }
    }

    private static void addBounds(JdbcQuery criteria, String column, List<TimeBound> bounds) {
        for (TimeBound bound : bounds) {
            Instant time = StoredTimes.withinRange(bound.time());
            boolean exact = time.equals(JdbcTimes.stored(time));
            BoundOperator.of(bound.comparison(), exact)
                    .ifPresentOrElse(
                            operator ->
                                    criteria.append("AND " + column + " " + operator + " ?", JdbcTimes.argument(time)),
                            () -> criteria.append("AND FALSE"));
        }
    }
}
