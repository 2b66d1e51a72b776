package dev.fileapi.cli;

import dev.fileapi.client.Product;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Runs command lines against the service of the tests. */
final class Cli {

    private final URI url;
    private final String token;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Cli(Product product) {
        this(product.url(), product.token());
    }

    Cli(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Returns the exit status. */
    int run(String... arguments) {
        return bare(Stream.concat(Stream.of(arguments), Stream.of("--url", url.toString(), "--token", token))
                .toArray(String[]::new));
    }

    int bare(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return FileApiCli.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    List<String> lines() {
        return out().lines().toList();
    }
}
