package dev.fileapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.NodePackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code in {@code docs/recipes.md} runs as it stands there and leaves the files that it names. */
class RecipesTest {

    @RegisterExtension
    static final ExampleHost HOST = new ExampleHost();

    private static final Path PAGE = Path.of("docs/recipes.md");
    private static final int LARGE_BYTES = 9 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("tested")
    void itRuns(Recipe recipe) throws Exception {
        Files.writeString(folder.resolve("report.csv"), "a,b\n1,2\n");
        Files.write(folder.resolve("large.bin"), new byte[LARGE_BYTES]);

        run(recipe);

        for (String path : recipe.paths()) {
            assertThat(HOST.file(path)).as(path).contains("\"download\"");
        }
    }

    @Test
    void onlyWhatCannotBeHadIsUntested() throws IOException {
        assertThat(Recipe.of(PAGE))
                .filteredOn(Recipe::untested)
                .extracting(Recipe::heading)
                .containsExactly("Use azcopy", "Use the public Python client");
    }

    /** Only its token and its address are the host's of this test. */
    @Test
    void theFirstUploadOfTheReadmeRuns() throws Exception {
        Program.assumeInstalled("bash", "curl", "jq");
        String code = Recipe.of(Path.of("README.md")).stream()
                .filter(recipe -> recipe.heading().equals("A first upload"))
                .map(Recipe::code)
                .collect(Collectors.joining())
                .replaceFirst("(?m)^TOKEN=.*$", "")
                .replaceFirst("(?m)^FILES=.*$", "FILES=\\$FILE_API/files");

        String output = Program.of("bash", "-euo", "pipefail", "-c", code).run(folder, HOST.environment());

        assertThat(output).contains("\"name\": \"hello.txt\"").contains("\"title\": \"No file upload in progress\"");
        assertThat(HOST.file("docs/hello.txt")).contains("\"size\":12");
    }

    static List<Recipe> tested() throws IOException {
        return Recipe.of(PAGE).stream().filter(recipe -> !recipe.untested()).toList();
    }

    private void run(Recipe recipe) throws Exception {
        switch (recipe.language()) {
            case "sh" -> {
                Program.assumeInstalled("bash", "curl", "jq");
                Program.of("bash", "-euo", "pipefail", saved(recipe, "recipe.sh"))
                        .run(folder, HOST.environment());
            }
            case "python" -> {
                Program.assumeInstalled("python3");
                Program.of("python3", saved(recipe, "recipe.py")).run(folder, HOST.environment());
            }
            case "js" -> {
                Path packages = NodePackages.ensure(Path.of("").toAbsolutePath(), "src/test/javascript");
                String code = Files.writeString(packages.resolve("recipe.mjs"), recipe.code())
                        .toString();
                String browser = packages.resolve("browser.mjs").toUri().toString();
                Program.of("node", "--import", browser, code).run(folder, HOST.environment());
            }
            case "java" ->
                Program.of(Program.java(), "-cp", System.getProperty("java.class.path"), saved(recipe, "Recipe.java"))
                        .run(folder, HOST.environment());
            default -> throw new IllegalArgumentException(recipe.language());
        }
    }

    private String saved(Recipe recipe, String name) throws IOException {
        return Files.writeString(folder.resolve(name), recipe.code()).toString();
    }
}
