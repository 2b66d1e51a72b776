package dev.fileapi.startup;

import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the application and its libraries that Micronaut knows by their class names.
 *
 * @param type what they are: definitions of beans, or introspections
 */
record NamedParts(Class<?> type) {

    /** Returns the names of all but those that start with one of {@code unused}. */
    Stream<String> without(Set<String> unused) {
        try {
            return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(
                            NamedParts.class.getClassLoader(), type.getName())
                    .stream()
                    .filter(name -> unused.stream().noneMatch(name::startsWith));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns null when a class is missing that the part needs: libraries have parts for others that are not here. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <S> @Nullable S make(String name) {
        try {
            return (S) Class.forName(name, false, NamedParts.class.getClassLoader())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | NoClassDefFoundError e) {
            return null;
        }
    }
}
