package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.SizeBound;
import dev.fileapi.files.store.TimeBound;
import dev.fileapi.metadata.BoundOperator;
import dev.fileapi.metadata.ListKeys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The condition for the files of a workspace that match a filter. */
final class CosmosFileCriteria {

    /** Whole numbers beyond this are not told apart, and no blob is as large. */
    private static final long MAX_EXACT_NUMBER = 1L << 53;

    private CosmosFileCriteria() {}

    /** Adds the condition; the list's composite indexes begin with its first property. */
    static CosmosQuery addTo(CosmosQuery query, FileFilter filter) {
        query.append("WHERE c.listed_as = ?", (filter.deleted() ? FileState.DELETED : FileState.LIVE).name());
        addUser(query, "c.created_by.id", filter.author());
        addUser(query, "c.latest.created_by.id", filter.modifiedBy());
        addUser(query, "c.deletion.by.id", filter.deletedBy());
        if (filter.nameContains() != null) {
            query.append("AND CONTAINS(c.lower_case_name, ?)", filter.nameContains());
        }
        addBounds(query, "c.created_at", filter.createdAt());
        addBounds(query, "c.latest.created_at", filter.modifiedAt());
        addBounds(query, "c.deletion.at", filter.deletedAt());
        for (SizeBound bound : filter.size()) {
            query.append(
                    "AND c.latest.blob.size " + BoundOperator.of(bound.comparison()) + " ?",
                    Math.min(bound.bytes(), MAX_EXACT_NUMBER));
        }
        filter.tags()
                .forEach((key, value) ->
                        query.append("AND ARRAY_CONTAINS(c.latest.details.tags, ?)", DetailsDocument.tag(key, value)));
        filter.checksums()
                .values()
                .forEach((algorithm, value) -> query.append("AND " + property(algorithm) + " = ?", value));
        if (!filter.prefix().isEmpty()) {
            query.append("AND STARTSWITH(c.path, ?)", filter.prefix());
        }
        if (filter.onlyDirectChildren()) {
            query.append("AND c.depth = ?", ListKeys.depth(filter.prefix()));
        }
        return query;
    }

    private static String property(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> "c.latest.details.sha256";
            case MD5 -> "c.latest.details.md5";
            case CRC64NVME -> "c.latest.details.crc64nvme";
        };
    }

    private static void addUser(CosmosQuery query, String property, @Nullable UUID user) {
        if (user != null) {
            query.append("AND " + property + " = ?", user.toString());
        }
    }

    private static void addBounds(CosmosQuery query, String property, List<TimeBound> bounds) {
        for (TimeBound bound : bounds) {
            Instant time = bound.time();
            BoundOperator.of(bound.comparison(), CosmosTimes.isExact(time))
                    .ifPresentOrElse(
                            operator ->
                                    query.append("AND " + property + " " + operator + " ?", CosmosTimes.stored(time)),
                            () -> query.append("AND false"));
        }
    }
}
