package dev.fileapi.cli.commands;

import picocli.CommandLine;

/** All commands that call the service. */
public final class Commands {

    private Commands() {}

    /** Makes the commands those of a command line. */
    public static CommandLine addTo(CommandLine line) {
        return line.addSubcommand(new LsCommand())
                .addSubcommand(new TreeCommand())
                .addSubcommand(new StatCommand())
                .addSubcommand(new VersionsCommand())
                .addSubcommand(new PushCommand())
                .addSubcommand(new PullCommand())
                .addSubcommand(new SyncCommand())
                .addSubcommand(new CpCommand())
                .addSubcommand(new RmCommand())
                .addSubcommand(new MvCommand())
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new PromoteCommand())
                .addSubcommand(new LinkCommand())
                .addSubcommand(new UploadsCommand())
                .addSubcommand(new DoctorCommand())
                .addSubcommand(new LoginCommand())
                .addSubcommand(new LogoutCommand());
    }
}
