package dev.fileapi.startup;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.fileapi.logging.RedactedStackTrace;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.annotation.Primary;
import io.micronaut.inject.annotation.MutableAnnotationMetadata;
import java.io.Closeable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the application once and hands its functions to the worker, which would otherwise make a new object for every invocation. The
 * worker finds it as a service, calls it concurrently, and can tell an {@link Exception} from {@link #getInstance} but would hang on an
 * {@link Error} from the constructor: a start that fails is kept, logged in one line, and thrown at every call.
 */
public final class FunctionInstances implements FunctionInstanceInjector, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionInstances.class);

    private final @Nullable ApplicationContext context;
    private final @Nullable String failure;

    /** For the worker: with the settings of the environment alone. */
    public FunctionInstances() {
        this(Map.of());
    }

    /**
     * @param settings go before those of the environment, by their property names, as {@code fileapi.http.public-url}
     * @param singletons are preferred to what the application would make, as a {@link java.time.Clock}
     */
    public FunctionInstances(Map<String, Object> settings, Object... singletons) {
        ApplicationContext starting = null;
        String why = null;
        try {
            ApplicationContextBuilder builder = ServiceContext.with(settings)
                    .beanDefinitions(Arrays.stream(singletons)
                            .map(FunctionInstances::preferred)
                            .toArray(RuntimeBeanDefinition[]::new));
            starting = builder.build();
            starting.start();
            ServiceContext.checkSettings(starting, settingsRecord -> true);
        } catch (Exception | LinkageError e) {
            why = StartFailure.explain(e).orElse(null);
            if (why == null) {
                why = "The service cannot start: " + e.getClass().getSimpleName();
                LOG.error("{} cause={}", why, RedactedStackTrace.of(e));
            } else {
                LOG.error("{}", why);
            }
            closeQuietly(starting);
            starting = null;
        }
        this.context = starting;
        this.failure = why;
    }

    /**
     * The function, always the same.
     *
     * @throws IllegalStateException when the application could not start; its message is the one that was logged
     */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        if (context == null) {
            throw new IllegalStateException(failure);
        }
        return context.getBean(functionClass);
    }

    /** Why the application could not start; empty when it did. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        closeQuietly(context);
    }

    private static RuntimeBeanDefinition<?> preferred(Object singleton) {
        MutableAnnotationMetadata primary = new MutableAnnotationMetadata();
        primary.addDeclaredAnnotation(Primary.class.getName(), Map.of());
        return RuntimeBeanDefinition.builder(singleton)
                .annotationMetadata(primary)
                .build();
    }

    private static void closeQuietly(@Nullable ApplicationContext context) {
        if (context != null) {
            context.close();
        }
    }
}
