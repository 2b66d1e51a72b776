package dev.fileapi.files.testing;

import java.lang.reflect.InvocationTargetException;
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

    public <T> T in(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
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
                }));
    }
}
