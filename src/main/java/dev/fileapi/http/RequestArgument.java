package dev.fileapi.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import java.util.Optional;
import java.util.function.Function;

/** Binds the arguments of a type to what is read from the request; what the reading throws is the answer. */
record RequestArgument<T>(Class<T> type, Function<HttpRequest<?>, T> reading) implements TypedRequestArgumentBinder<T> {

    @Override
    public Argument<T> argumentType() {
        return Argument.of(type);
    }

    @Override
    public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
        T value = reading.apply(request);
        return () -> Optional.of(value);
    }
}
