package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.FileRecord;
import dev.fileapi.files.FileRecordBuilder;
import dev.fileapi.files.FileWrite;
import dev.fileapi.files.MetadataStore;
import dev.fileapi.files.VersionRecord;
import dev.fileapi.files.VersionRecordBuilder;
import dev.fileapi.files.Workspace;
import java.util.UUID;

/** One area of what a metadata store does, in a workspace of its own; other areas' records may be in the store. */
abstract class StoreBehaviour {

    final MetadataStore store;
    final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    StoreBehaviour(MetadataStore store) {
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
