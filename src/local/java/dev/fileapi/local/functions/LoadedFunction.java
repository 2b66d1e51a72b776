package dev.fileapi.local.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A function whose class is loaded. */
record LoadedFunction(FunctionDescription description, Class<?> type, Method method) {

    /** @throws IllegalStateException when the class or the method is not there */
    static LoadedFunction load(FunctionDescription description, ClassLoader classes) {
        try {
            Class<?> type = Class.forName(description.className(), true, classes);
            Method method = Arrays.stream(type.getMethods())
                    .filter(candidate -> candidate.getName().equals(description.methodName()) && !candidate.isBridge())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No public method for function " + description));
            return new LoadedFunction(description, type, method);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("No class for function " + description, e);
        }
    }

    String name() {
        return description.name();
    }

    /** Calls it on an instance of the injector's. */
    @Nullable
    Object call(FunctionInstanceInjector instances, Argument argument) throws Exception {
        Invocation invocation = Invocation.of(name());
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, argument, invocation))
                .toArray();
        return method.invoke(instances.getInstance(type), arguments);
    }

    private static @Nullable Object argument(Parameter parameter, Argument argument, Invocation invocation) {
        return parameter.getType() == ExecutionContext.class
                ? invocation
                : argument.as(parameter.getParameterizedType());
    }
}
