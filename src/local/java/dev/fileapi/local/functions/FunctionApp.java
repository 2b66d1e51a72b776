package dev.fileapi.local.functions;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Functions, where their classes come from, and who makes instances of them. The classes of {@code com.microsoft.azure.functions}
 * that a function shares with its host must be the host's own: a class loader for them has to ask its parent first, as the Java
 * worker's does.
 *
 * @param functions in any order
 */
public record FunctionApp(
        ClassLoader classes, FunctionInstanceInjector instances, List<FunctionDescription> functions) {

    public FunctionApp {
        functions = List.copyOf(functions);
    }

    /**
     * The functions annotated in a package, made by the injector that is registered as a service, or else anew for each invocation.
     *
     * @throws IllegalStateException when there are two injectors: the worker takes one only
     */
    public static FunctionApp annotated(String packageName, ClassLoader classes) {
        return annotated(packageName, classes, registeredInjector(classes));
    }

    /** The functions annotated in a package, made by the given injector. */
    public static FunctionApp annotated(String packageName, ClassLoader classes, FunctionInstanceInjector instances) {
        return new FunctionApp(classes, instances, AnnotatedFunctions.in(packageName, classes));
    }

    /** Does something while the functions' class loader is the thread's, as it is for all that the worker asks of them. */
    <T extends @Nullable Object> T underItsClassLoader(Callable<T> work) throws Exception {
        return under(classes, work);
    }

    static <T extends @Nullable Object> T under(ClassLoader classes, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static FunctionInstanceInjector registeredInjector(ClassLoader classes) {
        List<FunctionInstanceInjector> registered = ServiceLoader.load(FunctionInstanceInjector.class, classes).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (registered.size() > 1) {
            throw new IllegalStateException("More than one function instance injector is registered: " + registered);
        }
        return registered.isEmpty() ? new NewInstances() : registered.get(0);
    }

    /** What the worker does without an injector. */
    private static final class NewInstances implements FunctionInstanceInjector {
        @Override
        public <T> T getInstance(Class<T> type) throws ReflectiveOperationException {
            return type.getDeclaredConstructor().newInstance();
        }
    }
}
