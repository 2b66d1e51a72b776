package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Times are stored as instants, whatever the time zone of the Java process. */
class JdbcStoreTimesTest {

    private TimeZone before;

    @BeforeEach
    void setATimeZoneWithSummerTime() {
        before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void resetTimeZone() {
        TimeZone.setDefault(before);
    }

    @Test
    void bothTimesOfTheHourThatComesTwiceAreKeptOnPostgreSql() {
        keepsBothTimes(PostgreSql.shared().newDatabase());
    }

    @Test
    void bothTimesOfTheHourThatComesTwiceAreKeptOnH2() {
        keepsBothTimes(H2.inMemory());
    }

    private static void keepsBothTimes(String url) {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            FileRecord file = FileRecordBuilder.file("a")
                    .createdAt(Instant.parse("2026-10-25T00:30:00.123456Z"))
                    .modifiedAt(Instant.parse("2026-10-25T01:30:00.123456Z"))
                    .build();

            context.store().createFile(file);

            assertThat(context.store().findFile(file.workspace(), file.id())).hasValueSatisfying(found -> {
                assertThat(found.createdAt()).isEqualTo(file.createdAt());
                assertThat(found.latest()).isEqualTo(file.latest());
            });
        }
    }
}
