package dev.fileapi.local.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the Java worker's class path shows to functions, before their own jars: the JDK, the interfaces that worker and functions share,
 * and the libraries that it has not hidden under names of its own (azure-functions-java-worker 2.17.0, pom.xml, relocations: Gson
 * alone). Of what this process has itself, functions see nothing but those interfaces.
 */
final class WorkerClasses extends URLClassLoader {

    private static final String SHARED = "com.microsoft.azure.functions.";
    private static final String ANNOTATIONS = SHARED + "annotation.";

    static {
        registerAsParallelCapable();
    }

    /** @param folder the jars of the worker's libraries */
    WorkerClasses(Path folder) throws IOException {
        super("worker", urls(folder), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.startsWith(SHARED) && !name.startsWith(ANNOTATIONS)
                ? Class.forName(name, false, WorkerClasses.class.getClassLoader())
                : super.findClass(name);
    }

    private static URL[] urls(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(WorkerClasses::url).toArray(URL[]::new);
        }
    }

    static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
