package dev.fileapi.logging;

import static ch.qos.logback.classic.spi.Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
import static ch.qos.logback.classic.spi.Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * What is logged, and how. In code, since reading it from XML would take a tenth of a worker's start; Logback finds it as a service. A
 * file of one's own goes before it: the system property {@code logback.configurationFile} names it.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null || hasTestFile()) {
            return INVOKE_NEXT_IF_ANY;
        }
        apply(logs);
        return DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Configures these logs, whatever else is configured. */
    public static void apply(LoggerContext logs) {
        limitLibraries(logs);
        ch.qos.logback.classic.Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(standardOutput(logs));
    }

    private static boolean hasTestFile() {
        return LogConfiguration.class.getClassLoader().getResource(ClassicConstants.TEST_AUTOCONFIG_FILE) != null;
    }

    private static void limitLibraries(LoggerContext logs) {
        logs.getLogger("com.azure").setLevel(Level.WARN);
        logs.getLogger("com.azure.core.http.policy").setLevel(Level.OFF);
        // warns on every request that Content-Length is left to the JDK's client to write
        logs.getLogger("com.azure.core.http.jdk.httpclient.JdkHttpClient").setLevel(Level.ERROR);
        // logs every throttled call in twenty kilobytes, and its own settings; the code that makes the call gets the
        // failure and logs it
        logs.getLogger("com.azure.cosmos").setLevel(Level.ERROR);
        logs.getLogger("com.azure.cosmos.implementation.query.DocumentProducer").setLevel(Level.OFF);
    }

    /** The Functions host collects it. A line is one JSON object, with the ids of its invocation and trace. */
    private static ConsoleAppender<ILoggingEvent> standardOutput(LoggerContext logs) {
        JsonEncoder lines = new JsonEncoder();
        lines.setContext(logs);
        lines.setWithSequenceNumber(false);
        lines.setWithNanoseconds(false);
        lines.setWithContext(false);
        lines.setWithMessage(false);
        lines.setWithArguments(false);
        lines.setWithFormattedMessage(true);
        lines.start();
        ConsoleAppender<ILoggingEvent> output = new ConsoleAppender<>();
        output.setContext(logs);
        output.setName("STDOUT");
        output.setEncoder(lines);
        output.start();
        return output;
    }
}
