package dev.fileapi.cli.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The programs that are compared.
 *
 * @param api where the service is
 * @param token for it
 * @param container where the blob service has a container for the other programs
 * @param signature its shared access signature
 * @param parallel how many requests each makes at once
 */
record Tools(URI api, String token, URI container, String signature, int parallel) {

    private static final List<String> JAVA =
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx256m");

    List<Tool> all() throws InterruptedException {
        List<Tool> all = new ArrayList<>(List.of(new Bare(), new FileApi(), new Library()));
        if (isInstalled("rclone")) {
            all.add(new Rclone());
        }
        return all;
    }

    static boolean isInstalled(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notFound) {
            return false;
        }
    }

    private static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String verb(Tool.Step step) {
        return step == Tool.Step.PULL ? "get" : "put";
    }

    private static Path folder(Tool.Step step, DataSet data, Path copy) {
        return step == Tool.Step.PULL ? copy : data.folder();
    }

    /** The command line as its users start it. */
    private final class FileApi implements Tool {

        @Override
        public String name() {
            return "`fileapi`";
        }

        @Override
        public Optional<List<String>> command(Step step, DataSet data, Path list, String prefix, Path copy) {
            List<String> command = new ArrayList<>(List.of("../fileapi"));
            command.addAll(
                    step == Step.PULL
                            ? List.of("pull", "fa:" + prefix, copy.toString())
                            : List.of("push", data.folder().toString(), "fa:" + prefix));
            command.addAll(List.of("--url", api.toString(), "--parallel", parallel + "", "--no-progress"));
            return Optional.of(command);
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("FILEAPI_TOKEN", token);
        }
    }

    private final class Rclone implements Tool {

        @Override
        public String name() {
            return "rclone";
        }

        @Override
        public Optional<List<String>> command(Step step, DataSet data, Path list, String prefix, Path copy) {
            String remote = ":azureblob:" + Path.of(container.getPath()).getFileName() + "/rclone-" + prefix;
            String source = step == Step.PULL ? remote : data.folder().toString();
            String target = step == Step.PULL ? copy.toString() : remote;
            String parallelism = parallel + "";
            return Optional.of(List.of(
                    "rclone",
                    "copy",
                    source,
                    target,
                    "--config=",
                    "--azureblob-sas-url",
                    container + "?" + signature,
                    "--azureblob-chunk-size",
                    "8Mi",
                    "--azureblob-upload-concurrency",
                    parallelism,
                    "--transfers",
                    parallelism,
                    "--checkers",
                    parallelism));
        }
    }

    /** It does not find out what has changed: it is told. */
    private final class Library implements Tool {

        @Override
        public String name() {
            return "azure-storage-blob";
        }

        @Override
        public Optional<List<String>> command(Step step, DataSet data, Path list, String prefix, Path copy) {
            return step == Step.UNCHANGED
                    ? Optional.empty()
                    : Optional.of(java(
                            BlobLibrary.class,
                            verb(step),
                            folder(step, data, copy).toString(),
                            list.toString(),
                            container.toString(),
                            "library-" + prefix,
                            signature,
                            parallel + "",
                            data.count() < parallel ? "large" : "small"));
        }
    }

    private final class Bare implements Tool {

        @Override
        public String name() {
            return Results.BASELINE;
        }

        @Override
        public Optional<List<String>> command(Step step, DataSet data, Path list, String prefix, Path copy) {
            return step == Step.UNCHANGED
                    ? Optional.empty()
                    : Optional.of(java(
                            BareRequests.class,
                            verb(step),
                            folder(step, data, copy).toString(),
                            list.toString(),
                            container + "/bare-" + prefix,
                            signature,
                            parallel + ""));
        }
    }
}
