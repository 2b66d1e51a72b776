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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads settings in the form of {@code local.settings.json}, whose values stand for environment variables and take precedence over them. */
final class SettingsFile implements ITypeConverter<PropertySource> {

    /** @throws TypeConversionException when there is no such file, or it does not have that form */
    @Override
    public PropertySource convert(String file) {
        Map<String, Object> values = new HashMap<>();
        try {
            JsonNode json = JsonMapper.createDefault().readValue(Files.readString(Path.of(file)), JsonNode.class);
            JsonNode all = json != null && json.isObject() ? json.get("Values") : null;
            if (all == null || !all.isObject()) {
                throw new TypeConversionException(file + " has no object 'Values', as local.settings.json has");
            }
            for (Map.Entry<String, JsonNode> value : all.entries()) {
                if (value.getKey().startsWith("FILEAPI_")) {
                    values.put(value.getKey(), value.getValue().coerceStringValue());
                }
            }
        } catch (NoSuchFileException e) {
            throw new TypeConversionException(
                    "there is no file " + file + "; local.settings.json.example shows what it must contain");
        } catch (IOException e) {
            throw new TypeConversionException(file + " cannot be read as JSON");
        }
        return PropertySource.of(
                "settings",
                values,
                PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of(file));
    }
}
