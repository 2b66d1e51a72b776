package dev.fileapi.local.samples;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.fileapi.local.functions.FunctionApp;
import java.util.Map;
import java.util.Objects;

/** The functions of this package, one instance of each. */
public final class Samples implements FunctionInstanceInjector {

    private final Map<Class<?>, Object> instances;

    private Samples(Journal journal) {
        instances = Map.of(
                AnswerFunction.class, new AnswerFunction(),
                EchoFunction.class, new EchoFunction(),
                EventFunction.class, new EventFunction(journal),
                TimerFunction.class, new TimerFunction(journal),
                WarmupFunction.class, new WarmupFunction(journal));
    }

    public static FunctionApp app(Journal journal) {
        return FunctionApp.annotated(
                Samples.class.getPackageName(), Samples.class.getClassLoader(), new Samples(journal));
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return type.cast(Objects.requireNonNull(instances.get(type)));
    }
}
