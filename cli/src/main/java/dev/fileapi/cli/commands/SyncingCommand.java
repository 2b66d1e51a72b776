package dev.fileapi.cli.commands;

import dev.fileapi.cli.output.Output;
import dev.fileapi.cli.sync.DeleteOptions;
import dev.fileapi.cli.sync.Sync;
import dev.fileapi.cli.sync.SyncOptions;
import dev.fileapi.client.FileApiClient;
import picocli.CommandLine.Mixin;

/** A command that moves files. */
abstract class SyncingCommand extends ServiceCommand {

    @Mixin
    private final SyncOptions options = new SyncOptions();

    Sync sync(FileApiClient client, Output output, DeleteOptions deletes) {
        return new Sync(client, output, options, deletes);
    }

    @Override
    FileApiClient.Builder settings() {
        return super.settings().parallelism(options.parallel());
    }
}
