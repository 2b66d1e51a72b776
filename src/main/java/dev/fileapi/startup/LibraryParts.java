package dev.fileapi.startup;

import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Micronaut from loading the beans and introspections of its libraries that this service never uses, and the other introspections
 * before they are asked for: each is a class or two to load at every start. Micronaut finds this as a service, before it looks for either.
 */
public final class LibraryParts implements StaticOptimizations.Loader<Optimizations> {

    @Override
    public Optimizations load() {
        return new Optimizations(Map.of(
                BeanDefinitionReference.class.getName(),
                new Without<BeanDefinitionReference<?>>(
                        new NamedParts(BeanDefinitionReference.class), UnusedParts.BEANS, NamedParts::make),
                BeanIntrospectionReference.class.getName(),
                new Without<BeanIntrospectionReference<?>>(
                        new NamedParts(BeanIntrospectionReference.class),
                        UnusedParts.INTROSPECTIONS,
                        IntrospectionOnDemand::of)));
    }

    /**
     * Finds what Micronaut would find, without some.
     *
     * @param unused how the names start of those to leave out
     * @param make by name; null when a class is missing that the part needs
     */
    private record Without<S>(NamedParts parts, Set<String> unused, Function<String, @Nullable S> make)
            implements StaticServiceLoader<S> {

        @Override
        public Stream<StaticDefinition<S>> findAll(Predicate<String> condition) {
            return load(condition, null).stream()
                    .map(found -> StaticDefinition.of(found.getClass().getName(), () -> found));
        }

        @Override
        public List<S> load(Predicate<String> condition, @Nullable Predicate<S> predicate) {
            return parts.without(unused)
                    .filter(condition)
                    .<@Nullable S>map(make)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .filter(found -> predicate == null || predicate.test(found))
                    .toList();
        }
    }
}
