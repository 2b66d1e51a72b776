package dev.fileapi.commands;

import dev.fileapi.files.model.FilesException;
import dev.fileapi.startup.ServiceContext;
import dev.fileapi.startup.StartFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The operators' command line: {@code rebuild} and {@code replay-dead-letters}. Settings are those of the service, from the environment
 * or from the file given by {@code --settings}. Ends with status 0 when all is well, 1 when it is not, 2 for a wrong option or setting.
 */
public final class Commands {

    private static final int WRONG_USE = 2;

    private static final Map<String, CommandForm> COMMANDS =
            Map.of("rebuild", RebuildCommand.FORM, "replay-dead-letters", ReplayCommand.FORM);

    private Commands() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // what is logged must not get between the lines of a report
        System.setOut(System.err);
        System.exit(run(List.of(arguments), Map::of, out));
    }

    /**
     * Runs a command.
     *
     * @param arguments the command's name and options
     * @param settings of the service, by their property names; they go before those of the environment. Not asked for when the
     *     arguments are wrong
     * @param out is told how it goes
     * @return the status to end with
     */
    public static int run(List<String> arguments, Supplier<Map<String, Object>> settings, PrintStream out) {
        try {
            CommandForm form = COMMANDS.get(arguments.isEmpty() ? "" : arguments.get(0));
            if (form == null) {
                throw new UsageException("Unknown command: there are rebuild and replay-dead-letters");
            }
            Arguments given = form.read(arguments.subList(1, arguments.size()));
            Optional<PropertySource> file =
                    given.value(CommandForm.SETTINGS).map(Path::of).map(SettingsFile::read);
            return run(form.command(), given, context(settings.get(), file), out);
        } catch (UsageException e) {
            out.println("fileapi: " + e.getMessage());
            return WRONG_USE;
        } catch (FilesException e) {
            out.println("fileapi: " + e.getMessage()
                    + " Check the settings, and that this sign-in has the roles it needs.");
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

    private static int run(
            Class<? extends Command> command, Arguments arguments, ApplicationContextBuilder builder, PrintStream out) {
        try (ApplicationContext context = builder.start()) {
            // Tokens are none of a command's business: their settings may be missing.
            ServiceContext.checkSettings(context, name -> !name.startsWith("dev.fileapi.access."));
            return context.getBean(command).run(arguments, out);
        }
    }

    private static ApplicationContextBuilder context(Map<String, Object> settings, Optional<PropertySource> file) {
        ApplicationContextBuilder builder = ServiceContext.with(settings);
        return file.map(builder::propertySources).orElse(builder);
    }
}
