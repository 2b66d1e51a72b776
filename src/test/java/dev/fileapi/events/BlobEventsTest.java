package dev.fileapi.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the deployed event subscription lets through is what the function takes. */
class BlobEventsTest {

    private static final String BLOB =
            "11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222/33333333-3333-4333-8333-333333333333/42";

    private final BlobEvents events = new BlobEvents(ObjectMapper.getDefault(), () -> "files");

    @Test
    void anEventOfTheSubscribedTypeUnderTheSubscribedSubjectIsOneOfOurs() throws IOException {
        String type = subscribed("includedEventTypes: \\['([^']+)'\\]");
        String subject = subscribed("subjectBeginsWith: '([^']+)'")
                        .replace("${filesContainer}", subscribed("param filesContainer string = '([^']+)'"))
                + BLOB;

        assertThat(events.blobsCreated("{\"eventType\": \"" + type + "\", \"subject\": \"" + subject + "\"}"))
                .singleElement()
                .hasToString(BLOB);
    }

    private static String subscribed(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of("infra/event-subscription.bicep")));
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
