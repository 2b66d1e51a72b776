import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Writes a document in YAML, the first argument, as JSON to a file, the second. */
final class OpenApiJson {

    public static void main(String[] arguments) throws IOException {
        Path json = Path.of(arguments[1]);
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of(arguments[0])));
        Files.createDirectories(json.getParent());
        Files.write(json, new JsonMapper().writeValueAsBytes(document));
    }
}
