package dev.fileapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.client.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in and out at the provider of {@code ./fileapi run}, as a person with a browser does. */
class LoginTest {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+(?=[\\s;])");
    private static final Pattern SECRET = Pattern.compile("\"(?:access|refresh)_token\":\"([^\"]+)\"");

    @RegisterExtension
    static final Product product = new Product();

    private final Cli cli = new Cli(product);
    private final String profile = UUID.randomUUID().toString();
    private final String url = product.url().toString();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();

    @Test
    void aPersonSignsInWithTheBrowserOfThisMachine() throws Exception {
        CompletableFuture<Integer> login = login("--json");

        HttpResponse<String> page = get(address());

        assertThat(page.body()).contains("You can close this page.");
        assertThat(login.get(10, TimeUnit.SECONDS)).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("\"type\":\"sign-in\"", "\"type\":\"login\"", "\"profile\":\"" + profile + "\"")
                .contains("0b000000-0000-4000-8000-000000000001")
                .doesNotContain(secrets());
        assertThat(cli.bare("ls", "--profile", profile)).as(cli.err()).isZero();
        assertThat(cli.bare("doctor", "--profile", profile)).isZero();
        assertThat(cli.out()).contains("ok: from profile " + profile).doesNotContain(secrets());
    }

    @Test
    void aPersonSignsInWithABrowserAnywhere() throws Exception {
        CompletableFuture<Integer> login = login("--device-code");

        decide("allow");

        assertThat(login.get(10, TimeUnit.SECONDS)).as(cli.err()).isZero();
        assertThat(cli.lines()).singleElement().asString().startsWith("Signed in to " + url + " as Local User");
        assertThat(cli.out() + cli.err()).doesNotContain(secrets());
        assertThat(cli.bare("ls", "--profile", profile)).isZero();
    }

    @Test
    void aPersonRefuses() throws Exception {
        CompletableFuture<Integer> login = login("--device-code");

        decide("deny");

        assertThat(login.get(10, TimeUnit.SECONDS)).isEqualTo(ExitStatus.ACCESS);
        assertThat(cli.err()).contains("the sign-in was refused: access_denied");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aTokenThatTheServiceRefusesIsRenewed() throws Exception {
        signIn();
        String before = Files.readString(file());
        Files.writeString(file(), before.replaceFirst("\"access_token\":\"[^\"]+", "\"access_token\":\"refused"));

        assertThat(cli.bare("ls", "--profile", profile)).as(cli.err()).isZero();

        assertThat(Files.readString(file())).doesNotContain("refused").isNotEqualTo(before);
    }

    @Test
    void whoSignsOutIsSignedOutAtTheProviderToo() throws Exception {
        signIn();
        String kept = Files.readString(file());

        assertThat(cli.bare("logout", "--profile", profile)).isZero();
        assertThat(cli.out()).isEqualTo("Signed out of " + url + ", profile " + profile + "\n");

        assertThat(cli.bare("ls", "--profile", profile)).isEqualTo(ExitStatus.ACCESS);
        assertThat(cli.bare("logout", "--profile", profile)).isEqualTo(ExitStatus.NOT_FOUND);
        // what was kept elsewhere is of no use
        signIn();
        Files.writeString(file(), kept.replaceFirst("\"access_token\":\"[^\"]+", "\"access_token\":\"refused"));
        assertThat(cli.bare("ls", "--profile", profile)).isEqualTo(ExitStatus.ACCESS);
        assertThat(cli.err()).contains("has ended: fileapi login --profile " + profile);
    }

    @Test
    void whereToSignInMustBeKnown() {
        assertThat(cli.bare("login", "--url", url, "--issuer", "https://id.example"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(cli.bare("login", "--url", "http://files.example")).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.err()).contains("must be an https address");
        assertThat(cli.bare("login", "--url", url, "--client-id", "c", "--issuer", url + "/local-provider"))
                .isEqualTo(ExitStatus.ACCESS);
        assertThat(cli.err()).contains("calls itself by another address");
    }

    private void signIn() throws Exception {
        CompletableFuture<Integer> login = login();
        get(address());
        assertThat(login.get(10, TimeUnit.SECONDS)).isZero();
    }

    private CompletableFuture<Integer> login(String... options) {
        String[] command = new String[options.length + 5];
        command[0] = "login";
        command[1] = "--url";
        command[2] = url;
        command[3] = "--profile";
        command[4] = profile;
        System.arraycopy(options, 0, command, 5, options.length);
        return CompletableFuture.supplyAsync(() -> cli.bare(command));
    }

    /** Waits until the command has printed what to open. */
    private URI address() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            Matcher address = ADDRESS.matcher((cli.out() + cli.err()).replace('"', ' '));
            if (address.find()) {
                return URI.create(address.group());
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nothing to open: " + cli.out() + cli.err());
    }

    private void decide(String decision) throws IOException, InterruptedException {
        URI page = address();
        assertThat(get(page).body()).contains("Let it in");
        String form = page.getRawQuery() + "&decision=" + decision;
        URI target = URI.create(page.toString().replaceFirst("[?].*", ""));
        assertThat(browser.send(
                                HttpRequest.newBuilder(target)
                                        .POST(BodyPublishers.ofString(form))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private Path file() {
        return Path.of(System.getenv("XDG_CONFIG_HOME"), "fileapi", profile + ".json");
    }

    private String[] secrets() throws IOException {
        return SECRET.matcher(Files.readString(file()))
                .results()
                .map(found -> found.group(1))
                .toArray(String[]::new);
    }
}
