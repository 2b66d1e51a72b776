package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Every write of a version, and how it fails. */
abstract class WritingVersionsContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    WritingVersionsContract(MetadataStore store) {
        super(store);
    }

    @Test
    void aNewVersionIsFoundAsItWasHandedBack() {
        VersionRecord pending = created(VersionRecordBuilder.version(1).condition(UploadCondition.noSuchFile()));
        VersionRecord overAny = created(VersionRecordBuilder.version(2).condition(UploadCondition.fileExists()));
        VersionRecord committed = created(VersionRecordBuilder.version(Long.MAX_VALUE)
                .condition(UploadCondition.latestIs("\"0x1\""))
                .committedAt(NOW));

        for (VersionRecord version : new VersionRecord[] {pending, overAny, committed}) {
            assertThat(store.findVersion(workspace, version.fileId(), version.id()))
                    .contains(version);
        }
    }

    @Test
    void aSecondVersionOfAnIdIsRefused() {
        VersionRecord version = created(VersionRecordBuilder.version(1));

        assertThat(store.createVersion(version)).isEmpty();
    }

    @Test
    void aReplacedVersionHasANewRevisionAndTheOldOneIsGoodForNothing() {
        VersionRecord read = created(VersionRecordBuilder.version(1));
        VersionRecord committed = store.replaceVersion(
                        VersionRecordBuilder.from(read).committedAt(NOW).build())
                .orElseThrow();

        assertThat(committed.revision()).isNotEqualTo(read.revision());
        assertThat(store.replaceVersion(read)).isEmpty();
        assertThat(store.removeVersion(read)).isFalse();
        assertThat(store.findVersion(workspace, read.fileId(), read.id())).contains(committed);
    }

    @Test
    void aRemovedVersionIsGone() {
        VersionRecord version = created(VersionRecordBuilder.version(1));

        assertThat(store.removeVersion(version)).isTrue();
        assertThat(store.removeVersion(version)).isFalse();
        assertThat(store.replaceVersion(version)).isEmpty();
        assertThat(store.findVersion(workspace, version.fileId(), version.id())).isEmpty();
    }
}
