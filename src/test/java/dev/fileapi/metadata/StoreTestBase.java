package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.util.UUID;

/** One area of what a metadata store does, in a workspace of its own; other areas' records may be in the store. */
abstract class StoreTestBase {

    final MetadataStore store;
    final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    StoreTestBase(MetadataStore store) {
        this.store = store;
    }

    FileRecord created(FileRecordBuilder file) {
        return written(store.createFile(file.in(workspace).build()));
    }

    VersionRecord created(VersionRecordBuilder version) {
        return store.createVersion(version.in(workspace).build()).orElseThrow();
    }

    static FileRecord written(FileWrite write) {
        assertThat(write).isInstanceOf(FileWrite.Written.class);
        return ((FileWrite.Written) write).file();
    }
}
