package dev.fileapi.local;

import dev.fileapi.local.functions.Answer;
import dev.fileapi.local.functions.Body;
import dev.fileapi.local.functions.QueryMap;
import dev.fileapi.local.functions.Received;
import java.util.Map;

/** The page on which a person lets a program in, by one click. */
final class DevicePage {

    private static final String STYLE =
            "body{font:16px system-ui,sans-serif;max-width:32em;margin:4em auto;padding:0 1em}"
                    + "button,input{font:inherit;padding:.4em 1em;margin-right:.5em}";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Cache-Control", "no-store",
            // a page of another origin can neither show this one nor hide its button
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer");

    private final DeviceSignIns devices;

    DevicePage(DeviceSignIns devices) {
        this.devices = devices;
    }

    /** Shows the page, or does what its form asks for. */
    Answer answer(Received request) {
        return request.method().equals("POST") ? decided(request) : asked(request);
    }

    private static Answer asked(Received request) {
        String typed = QueryMap.of(request.query()).getOrDefault("user_code", "");
        return DeviceSignIns.userCode(typed)
                .map(code -> page(
                        200,
                        "<p>A program asks to sign in as the local user. It shows the code <strong>" + code
                                + "</strong>.</p><form method=post><input type=hidden name=user_code value=" + code
                                + "><button name=decision value=allow>Let it in</button>"
                                + "<button name=decision value=deny>Refuse</button></form>"))
                .orElseGet(() -> page(
                        200,
                        "<form><p><label>The code that the program shows: <input name=user_code autofocus></label></p>"
                                + "<button>Continue</button></form>"));
    }

    private Answer decided(Received request) {
        String origin = request.header("origin");
        if (!origin.isEmpty() && !origin.equals("http://" + request.header("host"))) {
            return page(403, "<p>This form was sent by another page.</p>");
        }
        Map<String, String> form = QueryMap.of(request.body().text());
        boolean allowed = form.getOrDefault("decision", "").equals("allow");
        boolean found = DeviceSignIns.userCode(form.getOrDefault("user_code", ""))
                .filter(code -> devices.decide(code, allowed))
                .isPresent();
        if (!found) {
            return page(404, "<p>No program waits with this code. It may have expired: start again.</p>");
        }
        return page(200, allowed ? "<p>The program is signed in. You can close this page.</p>" : "<p>Refused.</p>");
    }

    private static Answer page(int status, String content) {
        return new Answer(
                status,
                HEADERS,
                Body.of("<!doctype html><html lang=en><title>File API: sign in</title><style>" + STYLE
                        + "</style><h1>Sign in</h1>" + content));
    }
}
