package dev.fileapi;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.fileapi.files.CommitUpload;
import dev.fileapi.files.store.SweepReport;
import dev.fileapi.functions.WebApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Alerts and the queries of the documentation find in the log what they look for. */
class ReadingTheLogTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    private static final Pattern EXTRACTED = Pattern.compile("extract\\(@['\"]([^'\"]+)['\"], 1, (\\w+)\\)");

    @Test
    void alertsReadTheReportOfASweep() throws IOException {
        String report = new SweepReport(1, 2, 3, 4, Duration.ofMinutes(31), false).toString();

        List<String> patterns = extracted("infra/modules/alerts.bicep", "message");

        assertThat(patterns).hasSize(3).allSatisfy(pattern -> assertThat(report).containsPattern(pattern));
        assertThat(report).contains("finished=false").contains("overdue_seconds=1860");
    }

    @Test
    void theDocumentedQueryReadsWhatASweepAndACommitLog() throws IOException {
        List<String> lines = logged(CommitUpload.class, () -> {
            String link = api.call("PUT", "/files/path/a.txt").text("upload");
            api.put(link, new byte[1]);
            api.call("GET", "/files/path/a.txt");
        });

        assertThat(lines).hasSize(1).first().asString().startsWith("upload ended");
        assertThat(extracted("docs/metrics.md", "line"))
                .hasSize(1)
                .allSatisfy(pattern -> assertThat(lines.get(0)).containsPattern(pattern));
    }

    private static List<String> extracted(String file, String from) throws IOException {
        return EXTRACTED
                .matcher(Files.readString(Path.of(file)))
                .results()
                .filter(result -> result.group(2).equals(from))
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    private static List<String> logged(Class<?> by, Runnable body) {
        Logger logger = (Logger) LoggerFactory.getLogger(by);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            body.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
