package dev.fileapi.cli.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The profiles of a person, a file each in a folder that others cannot read. For use by many processes. */
public final class Profiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final PrivateFolder folder;

    /** Makes those of a folder, which is made when something is kept. */
    public Profiles(Path folder) {
        this.folder = new PrivateFolder(folder);
    }

    /**
     * Returns the profiles of the person whose process it is ("XDG Base Directory Specification").
     *
     * @param environment the variables of the process
     */
    public static Profiles of(Map<String, String> environment) {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = Path.of(configured);
        // relative ones are not valid
        return new Profiles(
                (base.isAbsolute() ? base : Path.of(System.getProperty("user.home"), ".config")).resolve("fileapi"));
    }

    /**
     * Returns a profile; empty when there is none of this name.
     *
     * @throws CommandException when others may read it, or it is not one
     */
    public Optional<Profile> find(String name) {
        String file = file(name);
        try {
            return Optional.of(MAPPER.readValue(folder.read(file), Profile.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            // without the cause, which repeats a part of the file
            throw new CommandException(
                    ExitStatus.ACCESS, folder.path(file) + " is not a profile: remove it, and log in again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a profile in the place of the one of this name. */
    public void replace(String name, Profile profile) {
        locked(name, () -> {
            write(name, profile);
            return profile;
        });
    }

    /** As {@link #replace}, for those who have locked it. */
    void write(String name, Profile profile) {
        try {
            folder.write(file(name), MAPPER.writeValueAsBytes(profile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a profile and returns what it was; empty when there was none. */
    public Optional<Profile> remove(String name) {
        if (find(name).isEmpty()) {
            return Optional.empty();
        }
        return locked(name, () -> {
            Optional<Profile> profile = find(name);
            try {
                Files.deleteIfExists(folder.path(file(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return profile;
        });
    }

    /** Does something with a profile while no other process or thread changes it. */
    <T> T locked(String name, Supplier<T> action) {
        try {
            return folder.locked(file(name) + ".lock", action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new CommandException(
                    ExitStatus.USAGE,
                    "--profile: must be a name of at most 64 letters, digits, hyphens and underscores");
        }
        return name + ".json";
    }
}
