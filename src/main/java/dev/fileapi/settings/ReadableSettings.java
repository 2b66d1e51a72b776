package dev.fileapi.settings;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Stops the start when the value of a setting is not of its type. Micronaut would silently take the default instead, so
 * that {@code PT5X} would go unnoticed.
 */
@Singleton
final class ReadableSettings implements ApplicationEventListener<StartupEvent> {

    private final ApplicationContext context;

    ReadableSettings(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        context.getBeanDefinitionReferences().stream()
                .filter(reference -> reference.getBeanDefinitionName().startsWith("dev.fileapi."))
                .map(reference -> reference.load(context))
                .filter(definition -> definition.hasStereotype(ConfigurationProperties.class))
                .forEach(this::check);
    }

    private void check(BeanDefinition<?> settings) {
        for (Argument<?> setting : settings.getConstructor().getArguments()) {
            setting.getAnnotationMetadata()
                    .stringValue(Property.class, "name")
                    .ifPresent(property -> check(property, setting));
        }
    }

    private void check(String property, Argument<?> setting) {
        Optional<Object> value = context.getProperty(property, Object.class);
        if (value.isPresent()
                && context.getConversionService().convert(value.get(), setting).isEmpty()) {
            throw new InvalidSettingException(
                    property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'),
                    "is not a valid " + setting.getType().getSimpleName().toLowerCase(Locale.ROOT)
                            + (setting.getType() == Duration.class ? ", for example PT30S or PT4H" : ""));
        }
    }
}
