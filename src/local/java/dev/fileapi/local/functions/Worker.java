package dev.fileapi.local.functions;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads functions and runs them, on as many threads as there are invocations, as the Java worker does. */
final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int STOP_SECONDS = 5;

    private final FunctionApp app;
    private final List<LoadedFunction> functions;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "invocation");
        thread.setDaemon(true);
        return thread;
    });

    /** Loads all functions and has an instance of each made, so that whatever is wrong with them shows now. */
    Worker(FunctionApp app) throws Exception {
        this.app = app;
        this.functions = app.functions().stream()
                .sorted(Comparator.comparing(FunctionDescription::name))
                .map(description -> LoadedFunction.load(description, app.classes()))
                .toList();
        app.underItsClassLoader(() -> {
            for (LoadedFunction function : functions) {
                app.instances().getInstance(function.type());
            }
            return functions;
        });
    }

    /** In order of their names. */
    List<LoadedFunction> functions() {
        return functions;
    }

    Optional<LoadedFunction> function(String name) {
        return functions.stream()
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    Executor threads() {
        return threads;
    }

    /** Runs a function on the caller's thread. */
    @Nullable
    Object run(LoadedFunction function, Argument argument) throws FunctionFailedException {
        try {
            return app.underItsClassLoader(() -> function.call(app.instances(), argument));
        } catch (InvocationTargetException e) {
            throw failed(function, e.getCause() == null ? e : e.getCause());
        } catch (Exception e) {
            throw failed(function, e);
        }
    }

    /** Runs a function on a thread of its own; the future says whether it ended well. */
    CompletableFuture<Boolean> start(LoadedFunction function, Argument argument) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        run(function, argument);
                        return true;
                    } catch (FunctionFailedException e) {
                        return false;
                    }
                },
                threads);
    }

    /** Lets what runs end, for a few seconds, and closes the injector if it can be closed. */
    @Override
    public void close() throws IOException {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (app.instances() instanceof Closeable closeable) {
            closeable.close();
        }
    }

    private static FunctionFailedException failed(LoadedFunction function, Throwable cause) {
        LOG.error("function failed: name={}", function.name(), cause);
        return new FunctionFailedException(function.name(), cause);
    }
}
