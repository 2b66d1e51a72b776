package dev.fileapi.metrics;

import dev.fileapi.files.model.MetadataStoreBusyException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Times every call of a port, by the method's name and how it ended. */
final class TimedCalls implements InvocationHandler {

    private final Object port;
    private final String name;
    private final MeterRegistry meters;

    private TimedCalls(Object port, String name, MeterRegistry meters) {
        this.port = port;
        this.name = name;
        this.meters = meters;
    }

    static <T> T of(Class<T> type, T port, String name, MeterRegistry meters) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new TimedCalls(port, name, meters)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return called(method, arguments);
        }
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            Object result = called(method, arguments);
            outcome = "done";
            return result;
        } catch (MetadataStoreBusyException e) {
            outcome = "throttled";
            throw e;
        } finally {
            sample.stop(Timer.builder(name)
                    .tag("call", method.getName())
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1))
                    .register(meters));
        }
    }

    private @Nullable Object called(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
