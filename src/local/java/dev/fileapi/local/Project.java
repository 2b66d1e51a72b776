package dev.fileapi.local;

import java.nio.file.Path;

/** Where this project's files are. */
public final class Project {

    private Project() {}

    /** Returns the folder that the system property {@code local.project} names, else the working directory. */
    public static Path folder() {
        return Path.of(System.getProperty("local.project", "")).toAbsolutePath();
    }
}
