package dev.fileapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.fileapi.files.model.FileMarker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

/** What the infrastructure and the code must agree about, since no deployment checks it before it is too late. */
class InfrastructureTest {

    private static final Pattern SETTING = Pattern.compile("\\b(FILEAPI_[A-Z_]*[A-Z])\\b");
    private static final Pattern ROLE =
            Pattern.compile("'([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'");

    private static final List<String> HOOKS = List.of(
            "infra/hooks/check-store.sh",
            "infra/hooks/check-store.ps1",
            "infra/hooks/make-database-role.sh",
            "infra/hooks/make-database-role.ps1",
            "infra/hooks/subscribe-to-blob-events.sh",
            "infra/hooks/subscribe-to-blob-events.ps1");

    /** What azd itself, or its user, puts into the environment; docs/deploy.md has the latter. */
    private static final Set<String> AZD_VARIABLES = Set.of(
            "AZURE_SUBSCRIPTION_ID",
            "POSTGRES_ADMINISTRATOR_GROUP_ID",
            "POSTGRES_ADMINISTRATOR_GROUP_NAME",
            "POSTGRES_SETUP_ADDRESS");

    /** Microsoft Learn, "Azure built-in roles", and "Data plane role definitions" of Azure Cosmos DB. */
    private static final Map<String, String> BUILT_IN_ROLES = Map.of(
            "storageBlobDataOwner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
            "storageBlobDataContributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
            "storageBlobDelegator", "db58b8e5-c6ad-4a2a-8342-4190687cbf4a",
            "storageTableDataContributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
            "monitoringMetricsPublisher", "3913510d-42f4-4e42-8a64-420c390055eb",
            "dataContributor", "00000000-0000-0000-0000-000000000002");

    private final List<BicepFile> files = BicepFile.all();
    private final BicepFile main = BicepFile.read("infra/main.bicep");
    private final BicepFile subscription = BicepFile.read("infra/event-subscription.bicep");
    private final BicepFile filesStorage = BicepFile.read("infra/modules/files-storage.bicep");
    private final BicepFile cosmos = BicepFile.read("infra/modules/cosmos.bicep");

    @Test
    void everySettingIsOneThatTheServiceKnows() throws IOException {
        Set<String> known = found(SETTING, "local.settings.json.example");

        assertThat(files.stream().flatMap(file -> file.all(SETTING).stream()))
                .isNotEmpty()
                .isSubsetOf(known);
        assertThat(found(SETTING, "infra/main.parameters.json")).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void theEventSubscriptionAndTheAlertsNameFunctionsThatExist() {
        Set<String> functions = functions();

        assertThat(subscription.all(Pattern.compile("/functions/(\\w+)'"))).containsExactly("BlobCreated");
        assertThat(functions).contains("BlobCreated");
        assertThat(BicepFile.read("infra/modules/alerts.bicep").all(Pattern.compile("name == '(\\w+)'")))
                .contains("Sweep", "WebApi")
                .isSubsetOf(functions);
    }

    @Test
    void theContainersHaveTheSameNamesEverywhere() throws IOException {
        List<String> made = filesStorage.resources("Microsoft.Storage/storageAccounts/blobServices/containers").stream()
                .map(container -> container.replaceAll("[\\s\\S]*name: '([^']+)'[\\s\\S]*", "$1"))
                .toList();

        assertThat(made).containsExactly("files", "dead-letters");
        assertThat(subscription.first(Pattern.compile("param filesContainer string = '([^']+)'")))
                .contains("files");
        assertThat(subscription.first(Pattern.compile("param deadLettersContainer string = '([^']+)'")))
                .contains("dead-letters");
        assertThat(Files.readString(Path.of("local.settings.json.example")))
                .contains("\"FILEAPI_BLOBS_CONTAINER\": \"files\"");
    }

    @Test
    void noLifecycleRuleTouchesFiles() {
        assertThat(files.stream()
                        .flatMap(file ->
                                file.resources("Microsoft.Storage/storageAccounts/managementPolicies").stream()))
                .singleElement()
                .asString()
                .containsOnlyOnce("name: 'remove-old-dead-letters'")
                .containsOnlyOnce("prefixMatch: ['${deadLetters.name}/']");
    }

    @Test
    void rolesAreTheBuiltInOnesTheyAreCalledAfter() {
        for (BicepFile file : files) {
            assertThat(file.all(Pattern.compile("(?m)^(var \\w+ = " + ROLE.pattern() + ")$")))
                    .hasSameSizeAs(file.all(ROLE))
                    .allSatisfy(variable -> assertThat(BUILT_IN_ROLES.entrySet())
                            .anyMatch(
                                    role -> variable.equals("var " + role.getKey() + " = '" + role.getValue() + "'")));
        }
    }

    @Test
    void nothingIsOpenedByAKeyOrPassword() {
        assertThat(files)
                .allSatisfy(file -> assertThat(
                                file.text().replaceAll("applicationInsights\\.properties\\.ConnectionString", ""))
                        .doesNotContain("listKeys", "listAccountSas", "AccountKey", "SharedAccessKey", "@secure")
                        .doesNotContain("administratorLoginPassword", ".ConnectionString", "primaryMasterKey"));
        assertEvery("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess: false", 2);
        assertEvery("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess: false", 2);
        assertEvery("Microsoft.Storage/storageAccounts", "minimumTlsVersion: 'TLS1_2'", 2);
        assertEvery("Microsoft.DocumentDB/databaseAccounts", "disableLocalAuth: true", 1);
        assertEvery("Microsoft.DBforPostgreSQL/flexibleServers", "passwordAuth: 'Disabled'", 1);
        assertEvery("Microsoft.Insights/components", "DisableLocalAuth: true", 1);
        assertEvery("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow: false", 1);
    }

    @Test
    void cosmosContainersAreMadeFromTheAdaptersOwnDefinitions() throws IOException {
        Path folder = Path.of("src/main/resources/cosmos");
        Stream<Path> loaded = cosmos.all(Pattern.compile("loadJsonContent\\('([^']+)'\\)")).stream()
                .map(path -> cosmos.path().resolveSibling(path).normalize());

        try (Stream<Path> definitions = Files.list(folder)) {
            assertThat(loaded).containsExactlyInAnyOrderElementsOf(definitions.toList());
        }
    }

    @Test
    void theDriverKnowsWhatThePostgresUrlNames() throws ReflectiveOperationException {
        String url = BicepFile.read("infra/modules/postgres.bicep")
                        .first(Pattern.compile("'(jdbc:postgresql:[^\n]+)'"))
                        .orElseThrow()
                        .replaceAll("\\$\\{[^}]+}", "name")
                + main.first(Pattern.compile("postgres!\\.outputs\\.url}([^']+)'"))
                        .orElseThrow()
                        .replaceAll("\\$\\{[^}]+}", "client");
        Properties properties = Driver.parseURL(url, new Properties());

        assertThat(properties)
                .containsEntry("sslmode", "verify-full")
                .containsEntry("azure.managedIdentityEnabled", "true")
                .containsEntry("azure.clientId", "client");
        assertThatNoException().isThrownBy(() -> Class.forName(properties.getProperty("sslfactory")));
        assertThat(Class.forName(properties.getProperty("authenticationPluginClassName"))
                        .getConstructor(Properties.class)
                        .newInstance(properties))
                .isInstanceOf(org.postgresql.plugin.AuthenticationPlugin.class);
    }

    @Test
    void modulesAreGivenTheParametersTheyHave() {
        for (BicepFile file : files) {
            for (BicepFile.Use use : file.modules()) {
                BicepFile module = BicepFile.read(use.module().toString());

                assertThat(use.given())
                        .as("%s in %s", use.module(), file.path())
                        .isSubsetOf(module.parameters())
                        .containsAll(module.requiredParameters());
            }
        }
        assertThat(main.modules())
                .hasSize(main.all(Pattern.compile("(?m)^(module) ")).size());
    }

    @Test
    void azdHandsOverTheParametersAndOutputsThatExist() throws IOException {
        assertThat(found(Pattern.compile("(?m)^    \"(\\w+)\": \\{"), "infra/main.parameters.json"))
                .isSubsetOf(main.parameters())
                .containsAll(main.requiredParameters());
        for (String hook : HOOKS) {
            assertThat(found(Pattern.compile("\\$(?:\\{|env:)?([A-Z]+_[A-Z_]+)"), hook))
                    .filteredOn(variable -> !variable.startsWith("PG") && !AZD_VARIABLES.contains(variable))
                    .isSubsetOf(main.outputs());
            assertThat(Files.readString(Path.of("azure.yaml"))).contains("run: ./" + hook);
        }
        for (String hook :
                List.of("infra/hooks/subscribe-to-blob-events.sh", "infra/hooks/subscribe-to-blob-events.ps1")) {
            assertThat(found(Pattern.compile("(\\w+)=\"?\\$[\\w:]"), hook))
                    .containsExactlyInAnyOrderElementsOf(subscription.requiredParameters());
        }
    }

    @Test
    void theSubscriptionLeavesOutTheServicesOwnBlobs() {
        assertThat(subscription.first(
                        Pattern.compile("operatorType: 'StringNotEndsWith'\\s+key: 'subject'\\s+values: \\[([^]]+)]")))
                .contains("'/" + FileMarker.BLOB_NAME + "', '.description', '/inventory'");
    }

    @Test
    void whatIsDoneWithFilesIsLogged() {
        assertThat(filesStorage.resources("Microsoft.Insights/diagnosticSettings"))
                .singleElement()
                .asString()
                .contains("scope: blobs", "for category in ['StorageRead', 'StorageWrite', 'StorageDelete']");
    }

    @Test
    void noServerLetsInAllOfAzure() {
        assertThat(files).allSatisfy(file -> assertThat(file.text()).doesNotContain("'0.0.0.0'"));
        assertEvery("Microsoft.DBforPostgreSQL/flexibleServers/firewallRules", "endIpAddress: allowedAddress", 1);
        assertThat(main.text()).contains("allowedAddress: network!.outputs.outboundAddress");
    }

    @Test
    void theFunctionAppDoesNotAdministerItsDatabaseServer() {
        BicepFile postgres = BicepFile.read("infra/modules/postgres.bicep");

        assertEvery("Microsoft.DBforPostgreSQL/flexibleServers/administrators", "name: administratorGroupId", 1);
        assertThat(postgres.parameters()).noneMatch(name -> name.matches("(?i).*(principal|identity).*"));
    }

    @Test
    void theServiceKnowsItsAddressAndDoesNotRepeatTheHostOfARequest() {
        assertThat(BicepFile.read("infra/modules/function-app.bicep").text())
                .contains("FILEAPI_HTTP_PUBLIC_URL: empty(publicUrl) ? ownUrl : publicUrl");
    }

    @Test
    void theRunbookHasEveryAlert() throws IOException {
        List<String> alerts =
                BicepFile.read("infra/modules/alerts.bicep").all(Pattern.compile("(?m)^    name: '([a-z-]+)'$"));

        assertThat(alerts).contains("calls-refused", "server-errors");
        assertThat(found(Pattern.compile("(?m)^\\| `([a-z-]+)`"), "docs/runbook.md"))
                .containsAll(alerts);
    }

    /** The resources of the type all say so, and there are as many as expected. */
    private void assertEvery(String type, String property, int expected) {
        assertThat(files.stream().flatMap(file -> file.resources(type).stream()))
                .hasSize(expected)
                .allSatisfy(resource -> assertThat(resource).contains(property));
    }

    private static Set<String> functions() {
        return new ClassFileImporter()
                .importPackages("dev.fileapi.functions").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(FunctionName.class))
                        .map(InfrastructureTest::functionName)
                        .collect(Collectors.toSet());
    }

    private static String functionName(JavaMethod method) {
        return method.getAnnotationOfType(FunctionName.class).value();
    }

    private static Set<String> found(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(Path.of(file)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
