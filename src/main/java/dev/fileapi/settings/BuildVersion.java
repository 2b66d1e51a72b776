package dev.fileapi.settings;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of the service this is: what the build has written down. */
@Singleton
public final class BuildVersion {

    private final String value;

    public BuildVersion() {
        Properties build = new Properties();
        try (InputStream file = BuildVersion.class.getResourceAsStream("build.properties")) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.value = build.getProperty("version", "unknown");
    }

    public String value() {
        return value;
    }
}
