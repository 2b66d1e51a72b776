package dev.fileapi.startup;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.env.Environment;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Map;
import java.util.function.Predicate;

/** How the application is started, for the worker and for operators' commands alike. */
public final class ServiceContext {

    private static final String OURS = "dev.fileapi.";

    private ServiceContext() {}

    /**
     * The application, not started yet.
     *
     * @param settings by their property names, as {@code fileapi.http.public-url}; they go before those of the environment
     */
    public static ApplicationContextBuilder with(Map<String, Object> settings) {
        return StoreContext.builder(Environment.AZURE, Environment.FUNCTION)
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .properties(settings);
    }

    /**
     * Makes every settings record that is in use, so that a wrong setting stops the start and not the first call that needs it.
     *
     * @param wanted leaves out records by their class name
     */
    public static void checkSettings(ApplicationContext context, Predicate<String> wanted) {
        for (BeanDefinition<?> settings :
                context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class))) {
            String name = settings.getBeanType().getName();
            if (name.startsWith(OURS) && wanted.test(name)) {
                context.getBean(settings);
            }
        }
    }
}
