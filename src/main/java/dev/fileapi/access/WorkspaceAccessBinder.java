package dev.fileapi.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds the {@link WorkspaceAccess} that {@link AccessRule} has granted. */
@Singleton
final class WorkspaceAccessBinder implements TypedRequestArgumentBinder<WorkspaceAccess> {

    @Override
    public Argument<WorkspaceAccess> argumentType() {
        return Argument.of(WorkspaceAccess.class);
    }

    /** @throws IllegalStateException from the result, when the controller's method has no {@link Access} */
    @Override
    public BindingResult<WorkspaceAccess> bind(
            ArgumentConversionContext<WorkspaceAccess> context, HttpRequest<?> request) {
        WorkspaceAccess access = AccessRule.granted(request)
                .orElseThrow(() -> new IllegalStateException("the method has no @Access: " + context.getArgument()));
        return () -> Optional.of(access);
    }
}
