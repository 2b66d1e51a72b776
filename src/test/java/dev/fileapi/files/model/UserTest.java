package dev.fileapi.files.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserTest {

    @Test
    void whoIsNamedBrieflyStaysAsTheyAre() {
        User user = new User(new UUID(0, 1), "Ada", null);

        assertThat(user.truncatedForMetadata()).isEqualTo(user);
    }

    @Test
    void asManyBytesAsFitStay() {
        assertThat(shortened("a".repeat(256))).hasSize(256);
        assertThat(shortened("a".repeat(257))).hasSize(256);
    }

    @Test
    void noCharacterIsCutApart() {
        assertThat(shortened("a" + "\uD83D\uDE00".repeat(100)))
                .isEqualTo("a" + "\uD83D\uDE00".repeat(63))
                .satisfies(text ->
                        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(253));
    }

    private static @Nullable String shortened(String name) {
        return new User(new UUID(0, 1), name, null).truncatedForMetadata().name();
    }
}
