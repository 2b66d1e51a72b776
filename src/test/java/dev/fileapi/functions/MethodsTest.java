package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.acceptance.OpenApiValidation;
import dev.fileapi.access.Role;
import io.swagger.v3.oas.models.PathItem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A method that an address does not have is refused with those that it has; also one that the Functions worker does not know. */
class MethodsTest {

    private static final String ID = "5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11";

    @RegisterExtension
    static final WebApi api = new WebApi();

    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "FOO", "LOCK", "QUERY", "M-SEARCH", "TRACE", "PATCH", "OPTIONS"})
    void oneThatAnAddressDoesNotHaveIsRefusedThere(String method) {
        Map<String, Set<String>> addresses = addresses();
        addresses.values().removeIf(methods -> methods.contains(method));

        assertThat(addresses).hasSizeGreaterThan(7);
        addresses.forEach((address, methods) -> {
            Answer answer = api.send(
                    method, address, Map.of("authorization", "Bearer " + api.token(Role.EDITOR)), Optional.empty());

            assertThat(answer.problem()).as(method + " " + address).isEqualTo("405 /bad-request");
            assertThat(allowed(answer)).as(method + " " + address).isEqualTo(methods);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("x-ms-request-id")).isEqualTo(answer.text("instance"));
        });
    }

    @Test
    void aStrangerIsToldTheSame() {
        for (String address :
                List.of(api.address("/files"), "/file/docs", "/file/openapi.yaml", "/file/health_check")) {
            Answer answer = api.send("PROPFIND", address, Map.of(), Optional.empty());

            assertThat(answer.problem()).isEqualTo("405 /bad-request");
            assertThat(allowed(answer)).containsExactly("GET", "HEAD");
        }
    }

    @Test
    void whatHasNoAddressIsUnknownByWhateverMethod() {
        for (String method : List.of("PROPFIND", "TRACE", "POST")) {
            assertThat(api.send(method, "/elsewhere", Map.of(), Optional.empty())
                            .problem())
                    .isEqualTo("404 /bad-request");
        }
    }

    @Test
    void theRefusalNamesTheAddress() {
        Answer answer = api.call("PROPFIND", "/files/path/a%2Fb+c.txt");

        assertThat(answer.text("detail"))
                .isEqualTo("An unknown method is not allowed for " + api.address("/files/path/a%2Fb+c.txt")
                        + "; see /file/docs");
    }

    private static Set<String> allowed(Answer answer) {
        return new TreeSet<>(Arrays.asList(answer.header("Allow").split("\\s*,\\s*", -1)));
    }

    /**
     * Each address of the description with the methods of all paths that it is one of: where files are deleted looks like the address of a file by
     * its id. HEAD is answered wherever GET is.
     */
    private static Map<String, Set<String>> addresses() {
        Map<String, Set<String>> addresses = new LinkedHashMap<>();
        Map<String, PathItem> paths = OpenApiValidation.description().getPaths();
        paths.keySet().forEach(path -> {
            String address = path.replace(
                            "{organisation_id}",
                            api.workspace().organisationId().toString())
                    .replace("{workspace_id}", api.workspace().workspaceId().toString())
                    .replace("{file_path}", "a.txt")
                    .replace("{file_id}", ID)
                    .replace("{version_id}", "1");
            addresses.put(
                    address,
                    paths.entrySet().stream()
                            .filter(other -> address.matches(other.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                            .flatMap(other -> methods(other.getValue()).stream())
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        return addresses;
    }

    private static Set<String> methods(PathItem item) {
        Set<String> methods = item.readOperationsMap().keySet().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
