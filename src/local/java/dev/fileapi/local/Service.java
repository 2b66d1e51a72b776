package dev.fileapi.local;

import dev.fileapi.functions.HttpFunction;
import dev.fileapi.http.openapi.TryItOut;
import dev.fileapi.local.functions.Answer;
import dev.fileapi.local.functions.FunctionApp;
import dev.fileapi.local.functions.PackagedApp;
import dev.fileapi.local.functions.Page;
import dev.fileapi.startup.FunctionInstances;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The service's functions.
 *
 * @param routePrefix what HTTP routes begin with
 * @param pages what is served beside the functions, by path
 */
record Service(FunctionApp app, String routePrefix, Map<String, Page> pages) {

    private static final Path PACKAGE = Path.of("target/azure-functions/file-api");
    private static final Path WORKER_LIBRARIES = Path.of("target/worker-lib");

    /** The classes of this process, with a page of their metrics. The documentation page is filled in. */
    static Service ofThisProcess(Map<String, Object> settings, Clock clock, TryItOut tryItOut) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        FunctionInstances instances = new FunctionInstances(settings, clock, meters, tryItOut);
        return new Service(
                FunctionApp.annotated(
                        HttpFunction.class.getPackageName(), HttpFunction.class.getClassLoader(), instances),
                "",
                Map.of("/metrics", request -> Answer.text(meters.scrape())));
    }

    /**
     * The packaged folder, whose classes are none of this process's; settings and clock reach it as what both know, the JDK's types.
     *
     * @throws StartException when it has not been made
     */
    static Service packaged(Map<String, Object> settings, Clock clock, Closer parts) throws Exception {
        Path folder = Project.folder().resolve(PACKAGE);
        Path libraries = Project.folder().resolve(WORKER_LIBRARIES);
        if (!Files.isDirectory(folder) || !Files.isDirectory(libraries)) {
            throw new StartException("There is no package: run ./mvnw package");
        }
        PackagedApp opened = parts.add(PackagedApp.open(folder, libraries));
        FunctionApp app = opened.app(
                type -> type.getConstructor(Map.class, Object[].class).newInstance(settings, new Object[] {clock}));
        return new Service(app, opened.functions().routePrefix(), Map.of());
    }

    /** Returns the same with further pages. */
    Service with(Map<String, Page> others) {
        Map<String, Page> all = new HashMap<>(pages);
        all.putAll(others);
        return new Service(app, routePrefix, Map.copyOf(all));
    }
}
