package dev.fileapi.benchmarks;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a page of 100 files costs in a workspace of 1,000 and of 100,000 files. Prints medians, and each as a ratio to the first page
 * by path at 1,000 files on the same store in the same run.
 */
final class ListBenchmark {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PAGE = 100;
    private static final int RUNS = 21;
    private static final FileFilter ALL = FileFilterBuilder.live().build();
    private static final List<FileOrder> BY_PATH = List.of();
    private static final List<FileOrder> NEWEST_FIRST =
            List.of(new FileOrder(FileOrder.Field.MODIFIED_AT, FileOrder.Direction.DESCENDING));

    private final MetadataStore store;
    private final String name;
    private double baseline;

    private ListBenchmark(MetadataStore store, String name) {
        this.store = store;
        this.name = name;
    }

    static void run() throws Exception {
        // In memory, since only reading is measured: in a file every one of the 100,000 commits would rewrite a part of
        // each index.
        run("H2", H2.inMemory());
        run("PostgreSQL", PostgreSql.shared().newDatabase());
    }

    private static void run(String name, String url) throws SQLException {
        try (ApplicationContext context = ApplicationContext.run(
                Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", url, "fileapi.jdbc.query-timeout", "PT1M"))) {
            ListBenchmark benchmark = new ListBenchmark(context.getBean(MetadataStore.class), name);
            benchmark.warmUp();
            for (int files : new int[] {1_000, 100_000}) {
                Workspace workspace = benchmark.fill(files);
                analyze(url);
                benchmark.measure(workspace, files);
            }
        }
    }

    private void warmUp() {
        Workspace workspace = fill(PAGE * 5);
        for (int run = 0; run < 500; run++) {
            store.listFiles(workspace, ALL, BY_PATH, run % (PAGE * 4), PAGE);
            store.listFiles(workspace, ALL, NEWEST_FIRST, run % (PAGE * 4), PAGE);
            store.listFilesFrom(workspace, ALL, NEWEST_FIRST, null, PAGE);
        }
    }

    private Workspace fill(int files) {
        Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
        for (int i = 0; i < files; i++) {
            int scattered = (int) (i * 7919L % files);
            store.createFile(
                    FileRecordBuilder.file("project %03d/data/file %06d.csv".formatted(scattered % 100, scattered))
                            .in(workspace)
                            .createdAt(BEGINNING.plusSeconds(scattered))
                            .modifiedAt(BEGINNING.plusSeconds(files - scattered))
                            .build());
        }
        return workspace;
    }

    /** What autovacuum does in time, done now. */
    private static void analyze(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(url.startsWith("jdbc:h2:") ? "ANALYZE" : "VACUUM ANALYZE");
        }
    }

    private void measure(Workspace workspace, int files) {
        for (List<FileOrder> order : List.of(BY_PATH, NEWEST_FIRST)) {
            String what = files + " files, " + (order.isEmpty() ? "by path" : "newest first");
            for (long offset : new long[] {0, files / 2 - PAGE, files - PAGE}) {
                report(what + ", offset " + offset, () -> store.listFiles(workspace, ALL, order, offset, PAGE));
            }
            report(what + ", cursor, first", () -> store.listFilesFrom(workspace, ALL, order, null, PAGE));
            for (long offset : new long[] {files / 2 - PAGE, files - 2 * PAGE}) {
                String cursor = cursorAt(workspace, order, offset);
                report(
                        what + ", cursor after " + (offset + PAGE),
                        () -> store.listFilesFrom(workspace, ALL, order, cursor, PAGE));
            }
        }
        for (FileOrder.Field field : new FileOrder.Field[] {FileOrder.Field.NAME, FileOrder.Field.SIZE}) {
            List<FileOrder> order = List.of(new FileOrder(field, FileOrder.Direction.ASCENDING));
            report(
                    files + " files, by " + field.name().toLowerCase(Locale.ROOT) + ", offset " + (files / 2 - PAGE),
                    () -> store.listFiles(workspace, ALL, order, files / 2 - PAGE, PAGE));
        }
        FileFilter some = FileFilterBuilder.live().prefix("project 0").build();
        report(
                files + " files, those of a prefix, offset " + (files / 2 - PAGE),
                () -> store.listFiles(workspace, some, BY_PATH, files / 2 - PAGE, PAGE));
        FileFilter author = FileFilterBuilder.live()
                .author(store.listFiles(workspace, ALL, BY_PATH, 0, 1)
                        .files()
                        .get(0)
                        .createdBy())
                .build();
        report(
                files + " files, those of an author, offset " + (files / 2 - PAGE),
                () -> store.listFiles(workspace, author, BY_PATH, files / 2 - PAGE, PAGE));
        report(
                files + " files, level of the root, cursor, first",
                () -> store.listLevelFrom(workspace, ALL, BY_PATH, null, PAGE));
        FileFilter root = FileFilterBuilder.live().onlyDirectChildren().build();
        report(files + " files, files of the root alone", () -> store.listFiles(workspace, root, BY_PATH, 0, PAGE));
        FileFilter folder = FileFilterBuilder.live().prefix("project 042/").build();
        report(files + " files, one folder of a hundred", () -> store.listFiles(workspace, folder, BY_PATH, 0, PAGE));
        FileFilter part = FileFilterBuilder.live().nameContains("99.CSV").build();
        report(files + " files, a part of the name", () -> store.listFiles(workspace, part, BY_PATH, 0, PAGE));
    }

    private String cursorAt(Workspace workspace, List<FileOrder> order, long offset) {
        return Objects.requireNonNull(store.listFilesFrom(workspace, ALL, order, null, Math.toIntExact(offset + PAGE))
                .continuation());
    }

    private void report(String what, Runnable call) {
        long[] nanoseconds = new long[RUNS];
        for (int warmUp = 0; warmUp < RUNS / 4; warmUp++) {
            call.run();
        }
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            call.run();
            nanoseconds[run] = System.nanoTime() - start;
        }
        Arrays.sort(nanoseconds);
        double median = nanoseconds[RUNS / 2] / 1e6;
        if (baseline == 0) {
            baseline = median;
        }
        System.out.printf(Locale.ROOT, "| %s | %s | %.2f | %.1f |%n", name, what, median, median / baseline);
    }
}
