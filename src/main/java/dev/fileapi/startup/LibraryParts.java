package dev.fileapi.startup;

import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Micronaut from loading the beans and introspections of its libraries that this service never uses: each is a class or two to load
 * at every start. Micronaut finds this as a service, before it looks for either.
 */
public final class LibraryParts implements StaticOptimizations.Loader<Optimizations> {

    @Override
    public Optimizations load() {
        return new Optimizations(Map.of(
                BeanDefinitionReference.class.getName(),
                new Without<BeanDefinitionReference<?>>(BeanDefinitionReference.class.getName(), UnusedParts.BEANS),
                BeanIntrospectionReference.class.getName(),
                new Without<BeanIntrospectionReference<?>>(
                        BeanIntrospectionReference.class.getName(), UnusedParts.INTROSPECTIONS)));
    }

    /**
     * Finds what Micronaut would find, without some.
     *
     * @param service what to find, by its class name
     * @param unused how the names start of those to leave out
     */
    private record Without<S>(String service, Set<String> unused) implements StaticServiceLoader<S> {

        @Override
        public Stream<StaticDefinition<S>> findAll(Predicate<String> condition) {
            return load(condition, null).stream()
                    .map(found -> StaticDefinition.of(found.getClass().getName(), () -> found));
        }

        @Override
        public List<S> load(Predicate<String> condition, @Nullable Predicate<S> predicate) {
            List<S> found = new ArrayList<>();
            for (String name : names()) {
                if (unused.stream().noneMatch(name::startsWith) && condition.test(name)) {
                    S part = make(name);
                    if (part != null && (predicate == null || predicate.test(part))) {
                        found.add(part);
                    }
                }
            }
            return found;
        }

        private Set<String> names() {
            try {
                return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(
                        LibraryParts.class.getClassLoader(), service);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Null when a class is missing that it needs: libraries have parts for others that are not here. */
        @SuppressWarnings("unchecked")
        private @Nullable S make(String name) {
            try {
                return (S) Class.forName(name, false, LibraryParts.class.getClassLoader())
                        .getConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException | NoClassDefFoundError e) {
                return null;
            }
        }
    }
}
