package dev.fileapi.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a controller's method its {@link Caller}. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    /** @throws AccessException from the result, when there is no caller: on a route that needs none, but asks who it is */
    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
        Caller caller = request.getUserPrincipal(CallerAuthentication.class)
                .orElseThrow(() -> Refusal.of(request))
                .caller();
        return () -> Optional.of(caller);
    }
}
