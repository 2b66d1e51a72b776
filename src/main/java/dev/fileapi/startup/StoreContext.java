package dev.fileapi.startup;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Loads the definitions of beans for the metadata store that is used, and not those for the other one. */
@SuppressWarnings("overrides") // of the framework's own classes
final class StoreContext extends DefaultApplicationContext {

    private StoreContext(Builder configuration) {
        super(configuration);
    }

    /** Returns a builder of such contexts, for these environments. */
    static DefaultApplicationContextBuilder builder(String... environments) {
        return (DefaultApplicationContextBuilder) new Builder().environments(environments);
    }

    /** Asked once the settings are known. */
    @Override
    @SuppressWarnings("rawtypes")
    protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
        Set<String> unused = getProperty("fileapi.store", String.class)
                .map(UnusedParts::beansFor)
                .orElse(UnusedParts.BEANS);
        return new NamedParts(BeanDefinitionReference.class)
                .without(unused)
                .map(NamedParts::<BeanDefinitionReference>make)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(BeanDefinitionReference::isPresent)
                .toList();
    }

    private static final class Builder extends DefaultApplicationContextBuilder {

        @Override
        protected ApplicationContext newApplicationContext() {
            return new StoreContext(this);
        }
    }
}
