package dev.fileapi.local.cosmos;

import static dev.fileapi.local.cosmos.EmulatedContainer.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "Time to Live (TTL) in Azure Cosmos DB". */
class TimeToLiveTest {

    @Test
    void aDocumentGoesWhenItsTimeIsOverAndOthersStay() {
        MovedClock clock = new MovedClock();
        try (EmulatedContainer container = new EmulatedContainer(clock, 1)) {
            container.create(item("short", "a", 1).put("ttl", 60));
            container.create(item("long", "a", 1));

            clock.now = clock.now.plusSeconds(59);
            assertThat(container.query("SELECT * FROM c", Map.of())).hasSize(2);
            clock.now = clock.now.plusSeconds(1);

            assertThat(container.query("SELECT * FROM c", Map.of())).hasSize(1);
            assertThatThrownBy(() -> container.read("short")).hasMessageContaining("404");
            // its id and its unique key are free
            container.create(item("short", "b", 1));
        }
    }

    private static final class MovedClock extends Clock {

        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
