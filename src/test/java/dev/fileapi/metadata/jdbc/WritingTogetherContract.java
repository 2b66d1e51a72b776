package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.FileCreation;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.NewFile;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new file and its first version in SQL: both or neither. */
abstract class WritingTogetherContract {

    private final MetadataStore store;

    WritingTogetherContract(MetadataStore store) {
        this.store = store;
    }

    @Test
    void aFileWhoseVersionCannotBeWrittenIsNotWrittenEither() {
        FileRecord file = FileRecordBuilder.file("a").nascent().build();
        VersionRecordBuilder first = VersionRecordBuilder.version(1).of(file);
        store.createVersion(first.build());

        assertThat(store.createFile(file, first.build())).isEqualTo(new FileCreation.Conflict());

        assertThat(store.findFile(file.workspace(), file.id())).isEmpty();
        assertThat(store.findFile(file.workspace(), file.slot())).isEmpty();
    }

    @Test
    void ofFilesThatAreWrittenTogetherNoneIsWhenOneCannotBe() {
        FileRecord file = FileRecordBuilder.file("b").nascent().build();
        VersionRecord known = VersionRecordBuilder.version(1).of(file).build();
        store.createVersion(known);
        FileRecord other = FileRecordBuilder.file("a").nascent().build();
        NewFile first =
                new NewFile(other, VersionRecordBuilder.version(1).of(other).build());

        assertThat(store.createFiles(List.of(first, new NewFile(file, known))))
                .containsExactly(new FileCreation.Conflict(), new FileCreation.Conflict());

        assertThat(store.findFile(other.workspace(), other.id())).isEmpty();
    }
}
