package dev.fileapi.metrics;

import dev.fileapi.files.model.MetadataStoreBusyException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times every call of a port, by the method's name and how it ended. What stands between is a proxy, made once, and a call by reflection:
 * together under a hundredth of what a link costs. A timer is found by tags once and kept: each time would cost several times as much.
 */
final class TimedCalls implements InvocationHandler {

    private final Object port;
    private final String name;
    private final MeterRegistry meters;
    private final Map<Call, Timer> timers = new ConcurrentHashMap<>();

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
        long start = meters.config().clock().monotonicTime();
        String outcome = "failed";
        try {
            Object result = called(method, arguments);
            outcome = "done";
            return result;
        } catch (MetadataStoreBusyException e) {
            outcome = "throttled";
            throw e;
        } finally {
            timer(new Call(method.getName(), outcome))
                    .record(meters.config().clock().monotonicTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Call call) {
        Timer known = timers.get(call);
        return known == null ? timers.computeIfAbsent(call, this::register) : known;
    }

    private Timer register(Call call) {
        return Timer.builder(name)
                .tag("call", call.method())
                .tag("outcome", call.outcome())
                .serviceLevelObjectives(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1))
                .register(meters);
    }

    private @Nullable Object called(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private record Call(String method, String outcome) {}
}
