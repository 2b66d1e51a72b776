package dev.fileapi.commands;

import dev.fileapi.settings.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}. */
final class ServiceVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"fileapi " + new BuildVersion().value()};
    }
}
