package dev.fileapi.benchmarks.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.fileapi.local.StartException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** What a JVM needs to run the packaged functions. */
public final class WorkerFiles {

    /** The packaged folder, which {@code ./mvnw package} makes. */
    public static final Path FUNCTIONS = Path.of("target/azure-functions/file-api");

    /** The libraries that the worker's class path shows to functions. */
    public static final Path LIBRARIES = Path.of("target/worker-lib");

    /** What benchmarks write. */
    public static final Path OUTPUT = Path.of("target/benchmarks");

    /** The classes of benchmarks, and those that take the worker's place. */
    public static final Path JAR = OUTPUT.resolve("worker.jar");

    private static final Path CLASSES = Path.of("target/test-classes");
    private static final List<String> PACKAGES =
            List.of("dev/fileapi/benchmarks", "dev/fileapi/benchmarks/calls", "dev/fileapi/local/functions");

    private WorkerFiles() {}

    /**
     * Makes a class path for a JVM that takes the worker's place. It has jars only, since archives are of jars' classes alone.
     *
     * @throws StartException when there is no package
     */
    public static String classPath() throws IOException, URISyntaxException {
        if (!Files.isDirectory(FUNCTIONS) || !Files.isDirectory(LIBRARIES)) {
            throw new StartException("There is no package: run ./mvnw package");
        }
        writeJar();
        List<String> paths = new ArrayList<>(List.of(JAR.toString()));
        for (Class<?> type : List.of(
                ExecutionContext.class,
                FunctionInstanceInjector.class,
                JsonMapper.class,
                JsonFactory.class,
                JsonInclude.class,
                Logger.class)) {
            paths.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, paths);
    }

    private static void writeJar() throws IOException {
        Files.createDirectories(OUTPUT);
        try (OutputStream file = Files.newOutputStream(JAR);
                JarOutputStream jar = new JarOutputStream(file)) {
            for (String folder : PACKAGES) {
                for (Path type : files(CLASSES.resolve(folder))) {
                    jar.putNextEntry(new JarEntry(folder + "/" + type.getFileName()));
                    Files.copy(type, jar);
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
