package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names that an earlier release stored are found as new ones are. */
class FoldNamesMigrationTest {

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void storedNamesAreFoundOnPostgreSql() {
        areFound(PostgreSql.shared().newDatabase());
    }

    @Test
    void storedNamesAreFoundOnH2() {
        areFound(H2.inMemory());
    }

    private void areFound(String url) {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            create(context, "a/ΟΔΟΣ");
            create(context, "İzmir/İZMİR.txt");
            create(context, "a/" + "漢".repeat(1000) + "ΟΔΟΣ");
            create(context, "plain.txt");
            context.execute("UPDATE files SET lower_case_name = 'οδος' WHERE lower_case_name = 'οδοσ'");
            context.execute("UPDATE files SET lower_case_name = 'i̇zmi̇r.txt' WHERE lower_case_name = 'izmir.txt'");
            context.execute("UPDATE files SET lower_case_name = REPLACE(lower_case_name, 'οδοσ', 'οδος')");
            assertThat(found(context, "οδος")).isEmpty();

            context.call(connection -> {
                FoldNamesMigration.foldNames(connection);
                return connection;
            });

            assertThat(found(context, "οδος")).containsExactly("a/ΟΔΟΣ", "a/" + "漢".repeat(1000) + "ΟΔΟΣ");
            assertThat(found(context, "izmir")).containsExactly("İzmir/İZMİR.txt");
            assertThat(found(context, "PLAIN")).containsExactly("plain.txt");
        }
    }

    private void create(JdbcStoreContext context, String path) {
        FileRecord file = FileRecordBuilder.file(path).in(workspace).build();
        context.store().createFile(file);
    }

    private List<String> found(JdbcStoreContext context, String part) {
        FileFilter filter = FileFilterBuilder.live().nameContains(part).build();
        return context.store().listFiles(workspace, filter, List.of(), 0, 10).files().stream()
                .map(file -> file.path().value())
                .toList();
    }
}
