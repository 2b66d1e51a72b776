package dev.fileapi.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/** A failure's stack trace for the log, without the secrets that a library's message may quote. */
public final class RedactedStackTrace {

    private static final Pattern SECRET =
            Pattern.compile("(?i)\\b(sig=|AccountKey=|password=|SharedAccessSignature=|Bearer +)[^&;,\\s\"'>]+");

    private RedactedStackTrace() {}

    public static String of(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return SECRET.matcher(trace.toString()).replaceAll("$1***");
    }
}
