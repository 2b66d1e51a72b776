package dev.fileapi.local;

import java.nio.file.Path;

/** Where this project's files are. */
final class Project {

    private Project() {}

    /** What the system property {@code local.project} says, else the working directory. */
    static Path folder() {
        return Path.of(System.getProperty("local.project", "")).toAbsolutePath();
    }
}
