package dev.fileapi.http.request;

import java.util.regex.Pattern;

/** The syntax of media types (RFC 9110, section 8.3.1). Tabs, which it allows between parts and in quotes, are left out. */
final class MediaTypeSyntax {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*+\"";
    private static final Pattern MEDIA_TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "(?: *+; *+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?+)*+");

    private MediaTypeSyntax() {}

    static boolean matches(String type) {
        return MEDIA_TYPE.matcher(type).matches();
    }
}
