package dev.fileapi.files.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the function die after a given number of remote steps: the step was done, its answer is lost, and so is every step
 * after it. A fault of this kind cannot be produced in the real services.
 */
public final class CrashAfterStep {

    private final AtomicInteger stepsLeft;

    public CrashAfterStep(int step) {
        this.stepsLeft = new AtomicInteger(step);
    }

    /** Nothing dies until {@link #after} says so. */
    public static CrashAfterStep never() {
        return new CrashAfterStep(Integer.MAX_VALUE);
    }

    /** Begins to count anew, alive again if it had died. */
    public void after(int step) {
        stepsLeft.set(step);
    }

    public boolean hasHappened() {
        return stepsLeft.get() <= 0;
    }

    /** Each call is a step. What the port itself does by several calls, those are the steps. */
    public <T> T in(Class<T> port, T real) {
        return around(
                port,
                (proxy, method, arguments) -> method.isDefault()
                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                        : step(real, method, arguments));
    }

    /** Each call is a step, for what does in one what the port itself would do by several. */
    public <T> T inWhole(Class<T> port, T real) {
        return around(port, (proxy, method, arguments) -> step(real, method, arguments));
    }

    private static <T> T around(Class<T> port, InvocationHandler calls) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, calls));
    }

    private Object step(Object real, Method method, Object[] arguments) throws Throwable {
        if (hasHappened()) {
            throw new SimulatedCrash();
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (stepsLeft.decrementAndGet() <= 0) {
            throw new SimulatedCrash();
        }
        return result;
    }
}
