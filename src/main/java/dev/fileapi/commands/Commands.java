package dev.fileapi.commands;

import dev.fileapi.files.FilesException;
import dev.fileapi.functions.StartFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.env.Environment;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operators' command line: {@code rebuild} and {@code replay-dead-letters}. Settings are those of the service, from the environment
 * or from the file given by {@code --settings}. Ends with status 0 when all is well, 1 when it is not, 2 for a wrong option or setting.
 */
public final class Commands {

    private static final String SETTINGS = "settings";
    private static final int WRONG_USE = 2;

    private static final Map<String, Class<? extends Command>> COMMANDS =
            Map.of("rebuild", RebuildCommand.class, "replay-dead-letters", ReplayCommand.class);

    private Commands() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // what is logged must not get between the lines of a report
        System.setOut(System.err);
        System.exit(run(List.of(arguments), Map.of(), out));
    }

    /**
     * Runs a command.
     *
     * @param arguments the command's name and options
     * @param settings of the service, by their property names; they go before those of the environment
     * @param out is told how it goes
     * @return the status to end with
     */
    public static int run(List<String> arguments, Map<String, Object> settings, PrintStream out) {
        try {
            return run(arguments, context(arguments, settings), out);
        } catch (UsageException e) {
            out.println("fileapi: " + e.getMessage());
            return WRONG_USE;
        } catch (FilesException e) {
            out.println("fileapi: " + e.getMessage());
            return Command.NOT_WELL;
        } catch (RuntimeException e) {
            Optional<String> setting = StartFailure.explain(e);
            if (setting.isEmpty()) {
                throw e;
            }
            out.println("fileapi: " + setting.get());
            return WRONG_USE;
        }
    }

    private static int run(List<String> arguments, ApplicationContextBuilder builder, PrintStream out) {
        Class<? extends Command> type = COMMANDS.get(arguments.isEmpty() ? "" : arguments.get(0));
        if (type == null) {
            throw new UsageException("Unknown command: there are rebuild and replay-dead-letters");
        }
        try (ApplicationContext context = builder.start()) {
            checkSettings(context);
            Command command = context.getBean(type);
            Set<String> options = new HashSet<>(command.options());
            options.add(SETTINGS);
            List<String> rest = arguments.subList(1, arguments.size());
            return command.run(Arguments.parse(rest, options, command.flags()), out);
        }
    }

    /** Tokens are none of a command's business: their settings may be missing. */
    private static void checkSettings(ApplicationContext context) {
        context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
                .filter(settings -> settings.getBeanType().getName().startsWith("dev.fileapi."))
                .filter(settings -> !settings.getBeanType().getName().startsWith("dev.fileapi.access."))
                .forEach(context::getBean);
    }

    private static ApplicationContextBuilder context(List<String> arguments, Map<String, Object> settings) {
        ApplicationContextBuilder builder = ApplicationContext.builder(Environment.AZURE, Environment.FUNCTION)
                .deduceEnvironment(false)
                .properties(settings);
        int at = arguments.indexOf("--" + SETTINGS);
        return at < 0 || at + 1 == arguments.size()
                ? builder
                : builder.propertySources(SettingsFile.read(Path.of(arguments.get(at + 1))));
    }
}
