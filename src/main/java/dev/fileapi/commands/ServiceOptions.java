package dev.fileapi.commands;

import dev.fileapi.startup.ServiceContext;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The service that a command works on. */
final class ServiceOptions {

    private final Supplier<Map<String, Object>> settings;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            converter = SettingsFile.class,
            description =
                    "Settings of the service, in the form of local.settings.json; they take precedence over the environment.")
    private @Nullable PropertySource file;

    /** @param settings of the service, by their property names */
    ServiceOptions(Supplier<Map<String, Object>> settings) {
        this.settings = settings;
    }

    /** Starts the application with these settings, runs the command with it, and stops it. */
    int run(ToIntFunction<ApplicationContext> command) {
        ApplicationContextBuilder builder = ServiceContext.with(settings.get());
        try (ApplicationContext context = (file == null ? builder : builder.propertySources(file)).start()) {
            // a command takes no tokens: their settings may be missing
            ServiceContext.checkSettings(context, name -> !name.startsWith("dev.fileapi.access."));
            return command.applyAsInt(context);
        }
    }
}
