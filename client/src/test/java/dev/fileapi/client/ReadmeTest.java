package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the README are compiled and run. */
class ReadmeTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+)");

    @RegisterExtension
    static final Product product = new Product();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anExampleRuns(Example example) throws Exception {
        Path source = Files.writeString(folder.resolve(example.name + ".java"), example.text);
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-Xlint:all", "-Werror", source.toString());
        assertThat(failures).isZero();

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var main = loader.loadClass(example.name).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {product.api().address().toString(), product.token()});
        }
        assertThat(product.blobs().calls(call -> call.method().equals("PUT"))).isNotEmpty();
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = EXAMPLE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> Example.of(found.group(1)))
                .toList();
        assertThat(examples).hasSize(3);
        return examples.stream();
    }

    private record Example(String name, String text) {

        private static Example of(String text) {
            var found = CLASS.matcher(text);
            assertThat(found.find()).isTrue();
            return new Example(found.group(1), text);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
