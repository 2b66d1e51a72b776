package dev.fileapi.benchmarks;

import dev.fileapi.local.functions.BareWorker;
import dev.fileapi.local.functions.FunctionApp;
import dev.fileapi.local.functions.PackagedApp;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * One start of the packaged folder in a new JVM, as the worker does it, with the settings of the environment. Prints what each part
 * took of the processors' time, in milliseconds, to the hundredth of a second that the kernel counts in: unlike the clock's, it says the
 * same on a busy machine. Or else prints how many classes each part loaded and how many beans it made: exact, and not for nothing.
 */
final class StartUp {

    private final boolean counting;
    private Duration last = Duration.ZERO;
    private long lastClasses;
    private long lastBeans;
    private Beans beans = () -> 0;

    private StartUp(boolean counting) {
        this.counting = counting;
    }

    /**
     * Starts once.
     *
     * @param arguments the packaged folder, the worker's libraries, {@code cold} or {@code warm}, a token, the path to have a link for,
     *     {@code time} or {@code count}
     */
    public static void main(String[] arguments) throws Exception {
        StartUp start = new StartUp(arguments[5].equals("count"));
        start.lap("JVM");
        PackagedApp packaged = PackagedApp.open(Path.of(arguments[0]), Path.of(arguments[1]));
        start.measure(packaged, arguments[2].equals("warm"), arguments[3], arguments[4]);
        // without waiting for threads of the clients
        System.exit(0);
    }

    private void measure(PackagedApp packaged, boolean warm, String token, String path) throws Exception {
        Map<String, String> headers = Map.of("host", "localhost", "authorization", "Bearer " + token);
        lap("the benchmark's own");
        FunctionApp app = packaged.app(type -> type.getConstructor().newInstance());
        if (counting) {
            beans = madeBy(packaged, app);
        }
        lap("context");
        BareWorker worker = new BareWorker(app, packaged.functions().routePrefix());
        lap("functions");
        if (warm) {
            worker.warmUp();
            lap("warm-up");
        }
        expect(200, worker.request("GET", "/file/health_check", headers).status());
        lap("first answer");
        expect(200, worker.request("PUT", path, headers).status());
        lap("first link");
        expect(200, worker.request("PUT", path, headers).status());
        lap("second link");
    }

    private void lap(String part) throws Exception {
        if (counting) {
            long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
            long made = beans.count();
            System.out.println("classes of " + part + ": " + (classes - lastClasses));
            System.out.println("beans of " + part + ": " + (made - lastBeans));
            lastClasses = classes;
            lastBeans = made;
        } else {
            Duration now = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
            System.out.println(part + ": " + now.minus(last).toMillis());
            last = now;
        }
    }

    /** The application's context is of the package's class loader: it is asked by reflection. */
    private static Beans madeBy(PackagedApp packaged, FunctionApp app) throws Exception {
        Class<?> type = packaged.classes().loadClass("io.micronaut.context.ApplicationContext");
        Object context = app.instances().getInstance(type);
        Method registrations = type.getMethod("getActiveBeanRegistrations", Class.class);
        return () -> ((Collection<?>) registrations.invoke(context, Object.class)).size();
    }

    private static void expect(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("Not " + expected + " but " + status);
        }
    }

    /** Counts the beans that a context has made so far. */
    @FunctionalInterface
    private interface Beans {
        long count() throws Exception;
    }
}
