package dev.fileapi;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.fileapi.local.functions.FunctionDescription;
import dev.fileapi.local.functions.PackagedApp;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The folder that is deployed: what the Functions host is told of it is so, and nothing is in it that should not be. */
class PackageIT {

    private static final Path FOLDER = Path.of("target/azure-functions/file-api");
    private static final Path BILL_OF_MATERIALS = Path.of("target/classes/META-INF/sbom/file-api.cdx.json");
    private static final Path WORKER_LIBRARIES = Path.of("target/worker-lib");

    /** A new instance loads all of it before its first answer. What makes it grow beyond this wants a reason. */
    private static final long MOST_BYTES = 34L << 20;

    private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$");
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a|lib|exe)(\\.\\d+)*");
    private static final JsonMapper JSON = new JsonMapper();

    private static PackagedApp app;
    private static Map<Path, Set<String>> entries;

    @BeforeAll
    static void open() throws IOException {
        app = PackagedApp.open(FOLDER, WORKER_LIBRARIES);
        entries = new TreeMap<>();
        for (Path jar : app.functions().jars()) {
            entries.put(jar, entries(jar));
        }
    }

    @AfterAll
    static void close() throws IOException {
        app.close();
    }

    @Test
    void itHasTheseFunctionsAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst(VERSION.pattern(), ".jar")))
                    .containsExactlyInAnyOrder(
                            "BlobCreated",
                            "Sweep",
                            "Verify",
                            "Warmup",
                            "WebApi",
                            "file-api.jar",
                            "host.json",
                            "lib",
                            "local.settings.json");
        }
        assertThat(Files.readString(FOLDER.resolve("local.settings.json")))
                .isEqualToIgnoringWhitespace(
                        "{\"IsEncrypted\": false, \"Values\": {\"FUNCTIONS_WORKER_RUNTIME\": \"java\"}}");
        assertThat(FOLDER.resolve("host.json")).hasSameTextualContentAs(Path.of("host.json"));
    }

    @Test
    void theirBindingsAreRight() throws IOException {
        assertThat(bindings("BlobCreated")).isEqualTo(json("""
                [{"type": "eventGridTrigger", "direction": "in", "name": "event"}]"""));
        assertThat(bindings("Sweep")).isEqualTo(json("""
                [{"type": "timerTrigger", "direction": "in", "name": "timer", "schedule": "0 */5 * * * *"}]"""));
        assertThat(bindings("Verify")).isEqualTo(json("""
                [{"type": "timerTrigger", "direction": "in", "name": "timer", "schedule": "30 * * * * *"}]"""));
        assertThat(bindings("Warmup")).isEqualTo(json("""
                [{"type": "warmupTrigger", "direction": "in", "name": "warmupContext"}]"""));
        assertThat(bindings("WebApi")).isEqualTo(json("""
                [{"type": "httpTrigger", "direction": "in", "name": "request", "route": "{*path}", "methods": [],
                  "authLevel": "ANONYMOUS"},
                 {"type": "http", "direction": "out", "name": "$return"}]"""));
        assertThat(app.functions().routePrefix()).isEmpty();
    }

    @Test
    void eachNamesAMethodThatTheWorkerCanCall() throws Exception {
        for (FunctionDescription function : app.functions().functions()) {
            Class<?> type = Class.forName(function.className(), true, app.classes());
            List<Method> methods = Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().equals(function.methodName()))
                    .toList();

            assertThat(type.getClassLoader()).as(function.name()).isSameAs(app.classes());
            assertThat(type.getNestHost()).as("classes in classes do not load").isSameAs(type);
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as(function.name())
                    .isTrue();
            assertThat(methods)
                    .as(function.name())
                    .singleElement()
                    .satisfies(method -> assertThat(method.getParameterTypes())
                            .hasSize(2)
                            .contains(ExecutionContext.class)
                            .containsAnyOf(HttpRequestMessage.class, String.class, Object.class));
        }
    }

    @Test
    void theCatchAllSortsLastAndNoFunctionPassesForTheLibraries() {
        assertThat(app.functions().functions())
                .extracting(FunctionDescription::name)
                .last()
                .isEqualTo("WebApi");
        assertThat(app.functions().functions())
                .extracting(FunctionDescription::name)
                .noneMatch(name -> name.endsWith("lib"));
    }

    @Test
    void oneInjectorMakesTheFunctions() {
        String service = "META-INF/services/" + FunctionInstanceInjector.class.getName();

        assertThat(jarsWith(service)).singleElement().asString().contains("/file-api-");
    }

    @Test
    void theCodeIsTheServicesAlone() throws IOException {
        try (Stream<Path> built = Files.walk(Path.of("target/classes"))) {
            Set<String> classes = built.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> Path.of("target/classes").relativize(file).toString())
                    .collect(toSet());

            assertThat(jarsWith("dev/fileapi/functions/HttpFunction.class"))
                    .singleElement()
                    .satisfies(jar -> assertThat(entries.get(jar))
                            .filteredOn(name -> name.endsWith(".class"))
                            .hasSameElementsAs(classes));
        }
        assertThat(entries.values().stream().flatMap(Collection::stream))
                .noneMatch(entry -> entry.startsWith("dev/fileapi/local/") || entry.startsWith("org/junit/"))
                .noneMatch(entry -> entry.startsWith("org/h2/") || entry.startsWith("org/eclipse/jetty/"));
    }

    @Test
    void itHasNoLibraryOfAnyPlatform() {
        entries.forEach((jar, names) -> assertThat(names)
                .as(jar.toString())
                .noneMatch(name -> NATIVE.matcher(name).matches()));
    }

    /** The JDK's HTTP client, and the one that Cosmos DB's client has built in; of each library one version. */
    @Test
    void itHasNoSpareHttpStack() {
        assertThat(jarsWith("META-INF/services/com.azure.core.http.HttpClientProvider"))
                .singleElement()
                .asString()
                .contains("azure-core-http-jdk-httpclient");
        assertThat(entries.keySet().stream()
                        .map(jar -> jar.getFileName().toString().replaceFirst(VERSION.pattern(), "")))
                .doesNotHaveDuplicates()
                .noneMatch(
                        name -> name.matches("okhttp.*|httpclient.*|micronaut-http-(client|server-netty).*|.*-vertx.*"))
                .noneMatch(name -> name.matches("micronaut-http-netty.*|undertow.*|tomcat.*|azure-core-http-netty"));
    }

    /** Its Maven plugin asks for a network: a build without one leaves it out. */
    @Test
    void itsBillOfMaterialsIsWhatIsInLibWhatTheWorkerBringsAndWhatItHasPartsOf() throws IOException {
        assumeThat(BILL_OF_MATERIALS).as("made by a build with a network").exists();
        Set<String> listed = librariesIn(PackagedLibraries.listedIn(BILL_OF_MATERIALS));
        Set<String> packaged = librariesInFolder();

        assertThat(jarsWith("META-INF/sbom/file-api.cdx.json"))
                .singleElement()
                .asString()
                .contains("/file-api-");
        assertThat(listed).isEqualTo(librariesIn(PackagedLibraries.resolved())).containsAll(packaged);
        assertThat(listed)
                .filteredOn(jar -> !packaged.contains(jar))
                .map(jar -> jar.replaceFirst(VERSION.pattern(), ""))
                .containsExactlyInAnyOrder(
                        "azure-functions-java-core-library", "azure-functions-java-spi", "bcprov-jdk18on");
    }

    /** Of Bouncy Castle it has the classes that this loads, and no others. */
    @Test
    void itComputesChecksumsAndGoesOnFromASavedState() throws Exception {
        Class<?> type = Class.forName("dev.fileapi.checksum.RunningChecksums", true, app.classes());
        Class<?> algorithm = Class.forName("dev.fileapi.files.model.ChecksumAlgorithm", true, app.classes());
        Object running = type.getMethod("of", Set.class).invoke(null, Set.of(algorithm.getEnumConstants()));
        type.getMethod("update", ByteBuffer.class).invoke(running, ByteBuffer.wrap(new byte[100]));
        Object resumed = type.getMethod("resume", String.class)
                .invoke(null, type.getMethod("state").invoke(running));
        type.getMethod("update", ByteBuffer.class)
                .invoke(resumed, ByteBuffer.wrap("123456789".getBytes(StandardCharsets.UTF_8)));

        byte[] bytes = new byte[109];
        System.arraycopy("123456789".getBytes(StandardCharsets.UTF_8), 0, bytes, 100, 9);
        assertThat(type.getMethod("checksums").invoke(resumed))
                .asString()
                .contains(digest("SHA-256", bytes))
                .contains(digest("MD5", bytes));
        assertThat(jarsWith("META-INF/licenses/bouncy-castle.md"))
                .isEqualTo(jarsWith("org/bouncycastle/crypto/digests/SHA256Digest.class"))
                .singleElement()
                .asString()
                .contains("/file-api-");
    }

    /** The worker's classes come first: where the package had its own, it would get what it was not built with. */
    @Test
    void nothingIsShadowedByTheWorker() throws IOException {
        Set<String> workers = new HashSet<>();
        try (Stream<Path> jars = Files.list(WORKER_LIBRARIES)) {
            for (Path jar : jars.toList()) {
                workers.addAll(entries(jar));
            }
        }
        for (Class<?> shared : List.of(ExecutionContext.class, FunctionInstanceInjector.class)) {
            Path jar = Path.of(
                    shared.getProtectionDomain().getCodeSource().getLocation().getPath());
            workers.addAll(entries(jar));
        }
        workers.removeIf(name -> !isOrdinaryClass(name));

        assertThat(workers).contains("com/google/gson/Gson.class", "com/microsoft/azure/functions/HttpStatus.class");
        entries.forEach((jar, names) -> assertThat(names).as(jar.toString()).doesNotContainAnyElementsOf(workers));
    }

    /** azure-functions-java-worker 2.17.0, pom.xml. */
    @Test
    void whatIsSharedWithTheWorkerIsOfItsVersion() {
        assertThat(ExecutionContext.class.getProtectionDomain().getCodeSource().getLocation())
                .asString()
                .endsWith("/azure-functions-java-core-library-1.2.0.jar");
        assertThat(FunctionInstanceInjector.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation())
                .asString()
                .endsWith("/azure-functions-java-spi-1.0.0.jar");
    }

    @Test
    void noClassIsThereTwice() {
        Map<String, Path> owners = new TreeMap<>();
        Set<String> twice = new TreeSet<>();
        entries.forEach((jar, names) -> names.stream()
                .filter(PackageIT::isOrdinaryClass)
                .filter(name -> owners.put(name, jar) != null)
                .forEach(twice::add));

        assertThat(twice).isEmpty();
    }

    @Test
    void itIsSmall() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static Set<String> librariesIn(PackagedLibraries libraries) {
        return libraries.libraries().stream()
                .map(PackagedLibraries.Library::jar)
                .collect(toSet());
    }

    private static Set<String> librariesInFolder() throws IOException {
        try (Stream<Path> jars = Files.list(FOLDER.resolve("lib"))) {
            return jars.map(jar -> jar.getFileName().toString()).collect(toSet());
        }
    }

    private static String digest(String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    private static JsonNode bindings(String function) throws IOException {
        return JSON.readTree(FOLDER.resolve(function).resolve("function.json").toFile())
                .get("bindings");
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static List<Path> jarsWith(String entry) {
        return entries.entrySet().stream()
                .filter(jar -> jar.getValue().contains(entry))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isOrdinaryClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class");
    }

    private static Set<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).collect(toSet());
        }
    }
}
