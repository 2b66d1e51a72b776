package dev.fileapi.benchmarks;

import dev.fileapi.local.StoreKind;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Measures the service. */
@Command(name = "benchmark", description = "Measures; docs/benchmarks.md says what, and what the results were.")
public final class BenchmarkCommand {

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

    @Command(name = "tenants", description = "Measures what a tenant feels of another one; takes some minutes.")
    int tenants() throws Exception {
        TwoTenants.run();
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
