package dev.fileapi.local.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import com.microsoft.azure.functions.annotation.WarmupTrigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds functions by their annotations in a package's class folders, as the packaging plugin does to write {@code function.json}. */
final class AnnotatedFunctions {

    private static final String CLASS = ".class";

    private AnnotatedFunctions() {}

    static List<FunctionDescription> in(String packageName, ClassLoader classes) {
        List<FunctionDescription> functions = new ArrayList<>();
        for (String className : classNames(packageName, classes)) {
            for (Method method : load(className, classes).getMethods()) {
                FunctionName name = method.getAnnotation(FunctionName.class);
                if (name != null) {
                    functions.add(new FunctionDescription(name.value(), className, method.getName(), trigger(method)));
                }
            }
        }
        return functions;
    }

    private static Trigger trigger(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                .flatMap(Arrays::stream)
                .map(AnnotatedFunctions::trigger)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No trigger that is known here: " + method));
    }

    private static Optional<Trigger> trigger(Annotation annotation) {
        if (annotation instanceof HttpTrigger http) {
            return Optional.of(new Trigger.Http(
                    RouteTemplate.parse(http.route()),
                    Arrays.stream(http.methods()).map(HttpMethod::name).collect(Collectors.toUnmodifiableSet())));
        }
        if (annotation instanceof TimerTrigger timer) {
            return Optional.of(new Trigger.Timer(NCronTab.parse(timer.schedule())));
        }
        if (annotation instanceof EventGridTrigger) {
            return Optional.of(new Trigger.EventGrid());
        }
        return annotation instanceof WarmupTrigger ? Optional.of(new Trigger.Warmup()) : Optional.empty();
    }

    private static Class<?> load(String className, ClassLoader classes) {
        try {
            return Class.forName(className, false, classes);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves out nested classes, which the worker does not load. */
    private static List<String> classNames(String packageName, ClassLoader classes) {
        List<String> names = new ArrayList<>();
        try {
            for (var folder : Collections.list(classes.getResources(packageName.replace('.', '/')))) {
                if (folder.getProtocol().equals("file")) {
                    names.addAll(classNames(packageName, Path.of(URI.create(folder.toString()))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static List<String> classNames(String packageName, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(CLASS) && !name.contains("$") && !name.contains("-"))
                    .map(name -> packageName + "." + name.substring(0, name.length() - CLASS.length()))
                    .sorted()
                    .toList();
        }
    }
}
