package dev.fileapi.metadata;

import static dev.fileapi.files.testing.FileFilterBuilder.deleted;
import static dev.fileapi.files.testing.FileFilterBuilder.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One level of folders. */
abstract class ListingFoldersContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    ListingFoldersContract(MetadataStore store) {
        super(store);
    }

    @Test
    void onlyFoldersDirectlyBelowThePrefixAreListedInOrder() {
        List.of("a", "b/x", "b/y/z", "b/y/zz/z", "b c/x", "B/x", "b0/x", "😀/x", "\uFF5E/x")
                .forEach(path -> created(FileRecordBuilder.file(path)));

        assertThat(store.listFolders(workspace, live().build()))
                .containsExactly("B/", "b c/", "b/", "b0/", "\uFF5E/", "😀/");
        assertThat(store.listFolders(workspace, live().prefix("b/").build())).containsExactly("b/y/");
        assertThat(store.listFolders(workspace, live().prefix("b/y/zz/").build()))
                .isEmpty();
    }

    @Test
    void onlyFoldersOfMatchingFilesAreListed() {
        created(FileRecordBuilder.file("live/x"));
        created(FileRecordBuilder.file("gone/x").deletedAt(NOW));
        created(FileRecordBuilder.file("empty/x").nascent());

        assertThat(store.listFolders(workspace, live().build())).containsExactly("live/");
        assertThat(store.listFolders(workspace, deleted().build())).containsExactly("gone/");
        assertThat(store.listFolders(workspace, live().nameContains("y").build()))
                .isEmpty();
    }

    @Test
    void foldersOfManyFilesAndManyFoldersAreAllListed() {
        List<String> expected = new ArrayList<>();
        for (int folder = 0; folder < 600; folder++) {
            expected.add("p/%04d/".formatted(folder));
            for (int file = 0; file < (folder % 300 == 0 ? 600 : 1); file++) {
                created(FileRecordBuilder.file("p/%04d/%d".formatted(folder, file)));
            }
        }

        assertThat(store.listFolders(workspace, live().prefix("p/").build())).containsExactlyElementsOf(expected);
    }
}
