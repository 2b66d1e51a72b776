package dev.fileapi.startup;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import java.util.Locale;
import java.util.Optional;

/** Finds the wrong setting that made a start fail, among the causes that the framework wraps around it. */
public final class StartFailure {

    private StartFailure() {}

    /** One line that names the setting; empty when it was not a setting's fault. */
    public static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSettingException setting) {
                return Optional.ofNullable(setting.getMessage());
            }
            if (cause instanceof ConversionErrorException conversion) {
                return explain(conversion);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> explain(ConversionErrorException conversion) {
        return conversion
                .getArgument()
                .getAnnotationMetadata()
                .stringValue(Property.class, "name")
                .map(property -> variable(property) + ": must be a "
                        + conversion.getArgument().getType().getSimpleName()
                        + example(conversion.getArgument().getType()));
    }

    private static String example(Class<?> type) {
        return type.getName().equals("java.time.Duration") ? ", as in PT30S" : "";
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
