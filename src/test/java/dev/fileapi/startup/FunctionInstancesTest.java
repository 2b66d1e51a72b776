package dev.fileapi.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.functions.Answer;
import dev.fileapi.functions.BlobCreatedFunction;
import dev.fileapi.functions.HttpFunction;
import dev.fileapi.functions.SweepFunction;
import dev.fileapi.functions.WarmupFunction;
import dev.fileapi.functions.WebApi;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One application, or one clear line. */
public class FunctionInstancesTest {

    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));

    @RegisterExtension
    static final WebApi api = new WebApi();

    @RegisterExtension
    static final WebApi later = new WebApi().with(LATER);

    @RegisterExtension
    static final WebApi broken = new WebApi().with(storeThatFails());

    @Test
    void eachFunctionIsMadeOnce() {
        FunctionInstances instances = api.instances();

        assertThat(instances.getInstance(HttpFunction.class)).isSameAs(instances.getInstance(HttpFunction.class));
        assertThat(instances.getInstance(BlobCreatedFunction.class)).isNotNull();
        assertThat(instances.getInstance(SweepFunction.class)).isNotNull();
        assertThat(instances.getInstance(WarmupFunction.class)).isNotNull();
        assertThat(instances.failure()).isEmpty();
    }

    @Test
    void theWorkerFindsTheInjectorAndIsToldWhyThereIsNoService() {
        FunctionInstanceInjector injector =
                ServiceLoader.load(FunctionInstanceInjector.class).findFirst().orElseThrow();

        assertThat(injector).isInstanceOf(FunctionInstances.class);
        assertThatThrownBy(() -> injector.getInstance(HttpFunction.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("FILEAPI_");
    }

    @ParameterizedTest
    @CsvSource({
        "fileapi.store, oracle, FILEAPI_STORE",
        "fileapi.jdbc.url, nonsense, FILEAPI_JDBC_URL",
        "fileapi.jdbc.pool-size, many, FILEAPI_JDBC_POOL_SIZE",
        "fileapi.blobs.connection-string, '', FILEAPI_BLOBS_ENDPOINT",
        "fileapi.access.issuer, '', FILEAPI_ACCESS_ISSUER",
        "fileapi.http.public-url, nonsense, FILEAPI_HTTP_PUBLIC_URL",
        "fileapi.http.health-timeout, soon, FILEAPI_HTTP_HEALTH_TIMEOUT",
        "fileapi.files.upload-link-lifetime, PT0S, FILEAPI_FILES_UPLOAD_LINK_LIFETIME",
    })
    void aWrongSettingIsNamed(String property, String value, String variable) {
        Map<String, Object> settings = new HashMap<>(api.settings());
        settings.put(property, value);

        try (FunctionInstances instances = new FunctionInstances(settings)) {
            assertThat(instances.failure().orElse(""))
                    .startsWith(variable + ": ")
                    .doesNotContain("\n");
        }
    }

    @Test
    void aClockOfItsOwn() {
        Answer link = later.call("PUT", "/files/path/a.txt");

        long issued = Long.parseLong(link.text("version_id")) / 1_000_000_000;
        assertThat(Instant.ofEpochSecond(issued))
                .isAfter(Instant.ofEpochMilli(System.currentTimeMillis()).plusSeconds(500));
        assertThat(LATER.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aStoreThatFailsIsABadGatewayWithoutItsReasons() {
        Answer answer = broken.call("GET", "/files/path/a.txt");

        assertThat(answer.problem()).isEqualTo("502 /metadata/store-error");
        assertThat(answer.text("title")).isEqualTo("File Metadata Storage Operation Failed.");
        assertThat(answer.body()).doesNotContain("jdbc:secret");
        assertThat(broken.send("GET", "/file/health_check?check_dependencies=true", Map.of(), Optional.empty())
                        .body())
                .isEqualTo("fail");
    }

    @Test
    void theCatchAllComesLast() {
        for (Class<?> function :
                new Class<?>[] {BlobCreatedFunction.class, SweepFunction.class, WarmupFunction.class}) {
            assertThat(name(function)).isLessThan(name(HttpFunction.class));
        }
    }

    private static String name(Class<?> function) {
        for (var method : function.getMethods()) {
            var annotation = method.getAnnotation(com.microsoft.azure.functions.annotation.FunctionName.class);
            if (annotation != null) {
                return annotation.value();
            }
        }
        throw new AssertionError(function);
    }

    public static MetadataStore storeThatFails() {
        return (MetadataStore) Proxy.newProxyInstance(
                FunctionInstancesTest.class.getClassLoader(),
                new Class<?>[] {MetadataStore.class},
                (self, method, given) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "hashCode" -> 1;
                            case "equals" -> self == given[0];
                            default -> "StoreThatFails";
                        };
                    }
                    throw new MetadataStoreException("It fails: jdbc:secret", null);
                });
    }
}
