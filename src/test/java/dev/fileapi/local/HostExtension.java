package dev.fileapi.local;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives test classes a running host; register it in a static field. All classes that ask for the same options share one, which starts
 * with the first of them and stops after the last test of this process: tests keep to files or workspaces of their own.
 */
public final class HostExtension implements BeforeAllCallback {

    private final HostOptions options;
    private @Nullable RunningHost host;

    private HostExtension(HostOptions options) {
        this.options = options;
    }

    public static HostExtension with(HostOptions options) {
        return new HostExtension(options);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        host = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(HostExtension.class))
                .getOrComputeIfAbsent(options, HostExtension::start, RunningHost.class);
    }

    public RunningHost host() {
        return Objects.requireNonNull(host, "Register this extension in a static field.");
    }

    private static RunningHost start(HostOptions options) {
        try {
            return RunningHost.start(options);
        } catch (Exception e) {
            throw new IllegalStateException("The local host does not start", e);
        }
    }
}
