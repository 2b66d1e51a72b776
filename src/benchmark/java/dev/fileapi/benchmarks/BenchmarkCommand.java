package dev.fileapi.benchmarks;

import dev.fileapi.benchmarks.calls.CallsBenchmark;
import dev.fileapi.benchmarks.calls.CallsOptions;
import dev.fileapi.benchmarks.calls.CallsReport;
import dev.fileapi.local.StoreKind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the service. */
@Command(name = "benchmark", description = "Measures; docs/benchmarks.md says what, and what the results were.")
public final class BenchmarkCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "lists", description = "Measures pages of the list; takes some minutes.")
    int lists() throws Exception {
        ListBenchmark.run();
        return ExitCode.OK;
    }

    @Command(name = "load", description = "Measures calls under load; takes some minutes.")
    int load() throws Exception {
        LoadBenchmark.run();
        return ExitCode.OK;
    }

    @Command(
            name = "calls",
            description = "Measures what calls cost the packaged service's process; takes some minutes.")
    int calls(
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "How often each kind of call has its turn (default: ${DEFAULT-VALUE}).")
                    int rounds,
            @Option(
                            names = "--seconds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "How long a turn takes (default: ${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--callers",
                            paramLabel = "N",
                            defaultValue = "16",
                            description = "How many call at the same time (default: ${DEFAULT-VALUE}).")
                    int callers,
            @Option(
                            names = "--compiler",
                            paramLabel = "c1|c2",
                            defaultValue = "c1",
                            description = "c1, the worker's default, or c2, which optimises more"
                                    + " (default: ${DEFAULT-VALUE}).")
                    CallsOptions.Compiler compiler,
            @Option(names = "--json", paramLabel = "FILE", description = "File to write the figures to as well.")
                    @Nullable
                    Path json)
            throws Exception {
        if (rounds < 1 || seconds < 1 || callers < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--rounds, --seconds and --callers must each be 1 or more");
        }
        CallsReport report = CallsBenchmark.run(new CallsOptions(rounds, seconds, callers, compiler));
        report.print(System.out);
        if (json != null) {
            report.writeJson(json);
        }
        return ExitCode.OK;
    }

    @Command(name = "tenants", description = "Measures what a tenant feels of another one; takes some minutes.")
    int tenants() throws Exception {
        TwoTenants.run();
        return ExitCode.OK;
    }

    @Command(name = "checksums", description = "Measures what checksums cost; takes some minutes.")
    int checksums() throws Exception {
        ChecksumBenchmark.run();
        return ExitCode.OK;
    }

    @Command(
            name = "start",
            description = "Measures starts of the packaged folder, which ./mvnw package makes; see docs/start-up.md.")
    int start(
            @Parameters(index = "0", paramLabel = "ROUNDS", description = "How often each kind of start is measured.")
                    int rounds,
            @Parameters(index = "1", paramLabel = "STORE", description = "postgres or cosmos.") StoreKind store,
            @Parameters(
                            index = "2..*",
                            arity = "1..*",
                            paramLabel = "JDK_HOME",
                            description = "Homes of JDKs; the others are compared with the first.")
                    List<Path> homes)
            throws Exception {
        StartUpBenchmark.run(rounds, store, homes);
        return ExitCode.OK;
    }
}
