package dev.fileapi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting, with its default, is in the documentation and in the example. */
class DocumentedSettingsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(FILEAPI_\\w+)` \\| (?:`([^`]+)`)? ?\\|");

    private final Map<String, String> defaults = defaultsInCode();

    @Test
    void thePageOfSettingsHasThemAll() throws IOException {
        assertThat(documented("docs/settings.md")).containsExactlyInAnyOrderEntriesOf(defaults);
    }

    @Test
    void theReadmeHasTheTenThatMatter() throws IOException {
        Map<String, String> documented = documented("README.md");

        assertThat(documented).hasSize(10);
        assertThat(defaults).containsAllEntriesOf(documented);
    }

    @Test
    void theExampleHasThemAll() throws IOException {
        Map<String, String> example = example();

        assertThat(example.keySet()).containsExactlyInAnyOrderElementsOf(defaults.keySet());
        assertThat(example).containsAllEntriesOf(withDefault(defaults));
    }

    private static Map<String, String> documented(String page) throws IOException {
        return ROW.matcher(Files.readString(Path.of(page)))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), DocumentedSettingsTest::documentedDefault));
    }

    private static String documentedDefault(MatchResult row) {
        return row.group(2) == null ? "" : row.group(2);
    }

    private static Map<String, String> withDefault(Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> !setting.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> example() throws IOException {
        Map<String, String> values = new TreeMap<>();
        try (JsonParser json = new JsonFactory()
                .createParser(Path.of("local.settings.json.example").toFile())) {
            while (json.nextToken() != null) {
                String name = json.currentName();
                if (json.currentToken() == JsonToken.VALUE_STRING && name.startsWith("FILEAPI_")) {
                    values.put(name, json.getText());
                }
            }
        }
        return values;
    }

    private static Map<String, String> defaultsInCode() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.fileapi").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .flatMap(DocumentedSettingsTest::settings)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, String>> settings(JavaClass type) {
        Class<?> settings = type.reflect();
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Stream.of(settings.getRecordComponents())
                .map(component -> Map.entry(variable(prefix, component.getName()), defaultOf(settings, component)));
    }

    private static String variable(String prefix, String name) {
        return (prefix + "." + name)
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    private static String defaultOf(Class<?> settings, RecordComponent component) {
        return Stream.of(settings.getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(Bindable.class)))
                .map(Bindable::defaultValue)
                .findFirst()
                .orElse("");
    }
}
