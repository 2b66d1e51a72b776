package dev.fileapi.local.functions;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A packaged folder as the Java worker loads it: its jars in one class loader of their own, which asks for a class first what the worker
 * itself has.
 */
public final class PackagedApp implements AutoCloseable {

    private final PackagedFunctions functions;
    private final WorkerClasses worker;
    private final URLClassLoader classes;

    private PackagedApp(PackagedFunctions functions, WorkerClasses worker) {
        this.functions = functions;
        this.worker = worker;
        this.classes = new URLClassLoader(
                "package", functions.jars().stream().map(WorkerClasses::url).toArray(URL[]::new), worker);
    }

    /**
     * Opens a packaged folder.
     *
     * @param workerLibraries the folder with the jars that the worker's class path has
     */
    public static PackagedApp open(Path folder, Path workerLibraries) throws IOException {
        return new PackagedApp(PackagedFunctions.in(folder), new WorkerClasses(workerLibraries));
    }

    public PackagedFunctions functions() {
        return functions;
    }

    public ClassLoader classes() {
        return classes;
    }

    /**
     * Its functions, with the injector that it registers as a service. The injector is made as in the worker: while the package's
     * class loader is the thread's.
     *
     * @param maker makes the injector; the worker's has no more to give it than the environment
     */
    public FunctionApp app(InjectorMaker maker) throws Exception {
        return FunctionApp.under(
                classes, () -> new FunctionApp(classes, maker.make(injector()), functions.functions()));
    }

    @Override
    public void close() throws IOException {
        try (worker) {
            classes.close();
        }
    }

    private Class<? extends FunctionInstanceInjector> injector() {
        List<Class<? extends FunctionInstanceInjector>> registered =
                ServiceLoader.load(FunctionInstanceInjector.class, classes).stream()
                        .<Class<? extends FunctionInstanceInjector>>map(ServiceLoader.Provider::type)
                        .toList();
        if (registered.size() != 1) {
            throw new IllegalStateException("Not one function instance injector is registered, but: " + registered);
        }
        return registered.get(0);
    }

    /** Makes an injector of a type. */
    @FunctionalInterface
    public interface InjectorMaker {
        FunctionInstanceInjector make(Class<? extends FunctionInstanceInjector> type) throws Exception;
    }
}
