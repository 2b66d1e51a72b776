package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.ServiceOptions;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that calls the service. */
abstract class ServiceCommand implements Callable<Integer> {

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Override
    public Integer call() throws Exception {
        try (FileApiClient client = settings().build()) {
            return run(client, service.output());
        }
    }

    FileApiClient.Builder settings() {
        return service.settings();
    }

    ServiceOptions service() {
        return service;
    }

    /** Does the work, and returns the exit status. */
    abstract int run(FileApiClient client, Output output) throws Exception;
}
