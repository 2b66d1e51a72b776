package dev.fileapi.metadata.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents of a release that folded names in another way: they are listed by what is stored, each once. */
class NamesFoldedEarlierTest {

    private static final Map<String, String> STORED =
            Map.of("ısı", "ısı", "İz", "i̇z", "ΟΔΟΣ", "οδος", "plain", "plain");
    private static final List<FileOrder> BY_NAME =
            List.of(new FileOrder(FileOrder.Field.NAME, FileOrder.Direction.ASCENDING));

    private final ObjectMapper json = new ObjectMapper();
    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private EmulatedStore cosmos;

    @BeforeEach
    void load() {
        cosmos = new EmulatedStore();
        Stream<ObjectNode> documents = STORED.entrySet().stream().map(name -> {
            FileRecord file =
                    FileRecordBuilder.file(name.getKey()).in(workspace).build();
            return json.<ObjectNode>valueToTree(FileDocument.of(file)).put("lower_case_name", name.getValue());
        });
        cosmos.emulator.load("file-api", "files", documents);
    }

    @AfterEach
    void stop() {
        cosmos.close();
    }

    @Test
    void pagesByCursorHaveEachOnce() {
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Batch<FileRecord> batch = cosmos.store.listFilesFrom(workspace, FileFilter.all(false), BY_NAME, cursor, 1);
            batch.items().forEach(file -> listed.add(file.path().value()));
            cursor = batch.continuation();
        } while (cursor != null && listed.size() <= STORED.size());

        assertThat(listed).containsExactly("İz", "plain", "ısı", "ΟΔΟΣ");
    }

    @Test
    void levelsByCursorHaveEachOnce() {
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Batch<LevelEntry> batch = cosmos.store.listLevelFrom(workspace, FileFilter.all(false), BY_NAME, cursor, 1);
            batch.items().forEach(entry -> listed.add(entry.path()));
            cursor = batch.continuation();
        } while (cursor != null && listed.size() <= STORED.size());

        assertThat(listed).containsExactly("İz", "plain", "ısı", "ΟΔΟΣ");
    }
}
