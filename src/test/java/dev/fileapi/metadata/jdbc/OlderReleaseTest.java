package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an earlier release writes while it is still running, into columns of which it knows only its own. */
class OlderReleaseTest {

    private static final VersionDetails DETAILS = new VersionDetails(
            Verification.VERIFIED,
            Checksums.NONE.with(ChecksumAlgorithm.SHA_256, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
            "text/csv",
            Instant.EPOCH,
            Map.of("a", "b"),
            Map.of("c", "d"));

    @Test
    void aVersionThatItMadeTheLatestHasNotTheDetailsOfTheOneBeforeOnPostgreSql() {
        hasNotTheDetailsOfTheOneBefore(PostgreSql.shared().newDatabase());
    }

    @Test
    void aVersionThatItMadeTheLatestHasNotTheDetailsOfTheOneBeforeOnH2() {
        hasNotTheDetailsOfTheOneBefore(H2.inMemory());
    }

    private static void hasNotTheDetailsOfTheOneBefore(String url) {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            FileRecord plain = FileRecordBuilder.file("a").build();
            CommittedVersion version = Objects.requireNonNull(plain.latest());
            FileRecord file = FileRecordBuilder.from(plain)
                    .latest(new CommittedVersion(
                            version.id(), version.blob(), DETAILS, version.createdAt(), version.createdBy()))
                    .build();
            context.store().createFile(file);

            context.execute("UPDATE files SET latest_version_id = latest_version_id + 1");

            assertThat(context.store().findFile(file.workspace(), file.id()))
                    .hasValueSatisfying(found -> assertThat(details(found)).isEqualTo(VersionDetails.NONE));
            assertThat(context.store()
                            .listFiles(file.workspace(), FileFilter.all(false), List.of(), 0, 9)
                            .files())
                    .extracting(OlderReleaseTest::details)
                    .containsExactly(VersionDetails.NONE);
        }
    }

    private static VersionDetails details(FileRecord file) {
        return Objects.requireNonNull(file.latest()).details();
    }
}
