package dev.fileapi.metadata;

import dev.fileapi.files.model.CaseFolding;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.store.Comparison;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.TimeBound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list must give, by the plainest means. */
record ListedInMemory(FileFilter filter, List<FileOrder> order) {

    private static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(path -> path.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    List<FileRecord> of(Collection<FileRecord> files) {
        return files.stream().filter(this::matches).sorted(comparator()).toList();
    }

    /** What a list of one level must give. */
    List<LevelEntry> level(Collection<FileRecord> files) {
        int begin = filter.prefix().length();
        Stream<LevelEntry> folders = new ListedInMemory(filter.atAnyDepth(), List.of())
                .of(files).stream()
                        .map(file -> file.path().value())
                        .filter(path -> path.indexOf('/', begin) >= 0)
                        .map(path -> path.substring(0, path.indexOf('/', begin) + 1))
                        .distinct()
                        .map(LevelEntry.Folder::new);
        Stream<LevelEntry> own = new ListedInMemory(filter.atOneLevel(), order)
                .of(files).stream().map(LevelEntry.File::new);
        boolean filesHaveNoOrder =
                order.stream().allMatch(each -> each.field() == FileOrder.Field.DELETED_AT && !filter.deleted());
        Stream<LevelEntry> all = Stream.concat(folders, own);
        return (filesHaveNoOrder ? all.sorted(Comparator.comparing(LevelEntry::path, BY_CODE_POINT)) : all).toList();
    }

    private boolean matches(FileRecord file) {
        CommittedVersion latest = file.latest();
        Deletion deletion = file.deletion();
        String path = file.path().value();
        return latest != null
                && file.state() == (filter.deleted() ? FileState.DELETED : FileState.LIVE)
                && is(filter.author(), file.createdBy().id())
                && is(filter.modifiedBy(), latest.createdBy().id())
                && is(
                        filter.deletedBy(),
                        deletion == null ? null : deletion.by().id())
                && within(filter.createdAt(), file.createdAt())
                && within(filter.modifiedAt(), latest.createdAt())
                && within(filter.deletedAt(), deletion == null ? null : deletion.at())
                && filter.size().stream()
                        .allMatch(bound -> within(
                                bound.comparison(), Long.compare(latest.blob().size(), bound.bytes())))
                && latest.details().tags().entrySet().containsAll(filter.tags().entrySet())
                && latest.details()
                        .checksums()
                        .values()
                        .entrySet()
                        .containsAll(filter.checksums().values().entrySet())
                && nameMatches(file.path().name())
                && path.startsWith(filter.prefix())
                && !(filter.onlyDirectChildren()
                        && path.indexOf('/', filter.prefix().length()) >= 0);
    }

    private boolean nameMatches(String name) {
        return filter.nameContains() == null || CaseFolding.fold(name).contains(filter.nameContains());
    }

    private static boolean is(@Nullable UUID wanted, @Nullable UUID user) {
        return wanted == null || wanted.equals(user);
    }

    private static boolean within(List<TimeBound> bounds, @Nullable Instant time) {
        return bounds.stream()
                .allMatch(bound -> time != null && within(bound.comparison(), time.compareTo(bound.time())));
    }

    private static boolean within(Comparison bound, int comparison) {
        return switch (bound) {
            case EQUAL -> comparison == 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
        };
    }

    private Comparator<FileRecord> comparator() {
        Comparator<FileRecord> byPath = Comparator.comparing(file -> file.path().value(), BY_CODE_POINT);
        // The order of ids is their store's own; the text's is that of the databases known so far.
        Comparator<FileRecord> last = byPath.thenComparing(file -> file.id().toString());
        return order.stream()
                .map(ListedInMemory::comparator)
                .reduce(Comparator::thenComparing)
                .map(first -> first.thenComparing(last))
                .orElse(last);
    }

    private static Comparator<FileRecord> comparator(FileOrder criterion) {
        return switch (criterion.field()) {
            case NAME ->
                comparator(criterion, file -> CaseFolding.fold(file.path().name()), BY_CODE_POINT);
            case SIZE -> comparator(criterion, ListedInMemory::size, Comparator.naturalOrder());
            case CREATED_AT, MODIFIED_AT, DELETED_AT ->
                comparator(criterion, file -> time(file, criterion.field()), Comparator.<Instant>naturalOrder());
        };
    }

    private static <T> Comparator<FileRecord> comparator(
            FileOrder criterion, Function<FileRecord, @Nullable T> value, Comparator<T> ascending) {
        Comparator<T> direction =
                criterion.direction() == FileOrder.Direction.ASCENDING ? ascending : ascending.reversed();
        return Comparator.comparing(value, Comparator.nullsLast(direction));
    }

    private static @Nullable Long size(FileRecord file) {
        CommittedVersion latest = file.latest();
        return latest == null ? null : latest.blob().size();
    }

    private static @Nullable Instant time(FileRecord file, FileOrder.Field field) {
        CommittedVersion latest = file.latest();
        Deletion deletion = file.deletion();
        return switch (field) {
            case CREATED_AT -> file.createdAt();
            case MODIFIED_AT -> latest == null ? null : latest.createdAt();
            case DELETED_AT -> deletion == null ? null : deletion.at();
            case NAME, SIZE -> throw new IllegalArgumentException(field + " is not a time");
        };
    }
}
