package dev.fileapi.commands;

import io.micronaut.context.env.PropertySource;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings in the form of {@code local.settings.json}, whose values stand for environment variables and go before them. */
final class SettingsFile {

    private SettingsFile() {}

    /** @throws UsageException when there is no such file, or it is not of that form */
    static PropertySource read(Path file) {
        Map<String, Object> values = new HashMap<>();
        try {
            JsonNode json = JsonMapper.createDefault().readValue(Files.readString(file), JsonNode.class);
            JsonNode all = json != null && json.isObject() ? json.get("Values") : null;
            if (all == null || !all.isObject()) {
                throw new UsageException(file + " has no object 'Values', as local.settings.json has");
            }
            for (Map.Entry<String, JsonNode> value : all.entries()) {
                if (value.getKey().startsWith("FILEAPI_")) {
                    values.put(value.getKey(), value.getValue().coerceStringValue());
                }
            }
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + file + ": local.settings.json.example shows what it has");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read as JSON");
        }
        return PropertySource.of(
                "settings",
                values,
                PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of(file.toString()));
    }
}
