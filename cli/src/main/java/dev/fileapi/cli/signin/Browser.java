package dev.fileapi.cli.signin;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Opens addresses in the browser of the person who runs the command. */
@FunctionalInterface
public interface Browser {

    /** Opens an address where that can be done; it is printed in any case. */
    void open(URI address);

    /**
     * Returns the browser of this machine.
     *
     * @param environment the variables of the process
     */
    static Browser of(String operatingSystem, Map<String, String> environment) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (environment.containsKey("BROWSER")) {
            return address -> start(List.of(environment.getOrDefault("BROWSER", ""), address.toString()));
        }
        if (system.contains("mac")) {
            return address -> start(List.of("open", address.toString()));
        }
        if (system.contains("windows")) {
            return address -> start(List.of("rundll32", "url.dll,FileProtocolHandler", address.toString()));
        }
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return desktop ? address -> start(List.of("xdg-open", address.toString())) : address -> {};
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .getOutputStream()
                    .close();
        } catch (IOException noSuchProgram) {
            // the address is printed
        }
    }
}
