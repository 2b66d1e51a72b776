package dev.fileapi.functions;

import io.micronaut.http.HttpHeaders;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@value HttpHeaders#ACCEPT_ENCODING} (RFC 9110, section 12.5.3). */
final class AcceptedGzip {

    /** A weight that is not one (RFC 9110, section 12.4.2) counts as 0: what is not compressed can always be read. */
    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

    private double gzip = -1;
    private double any = -1;
    private double identity;

    private AcceptedGzip(String header) {
        for (String item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = item.split(";", 2);
            double weight = parts.length == 1 ? 1 : weight(parts[1].strip());
            switch (parts[0].strip()) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                case "*" -> any = weight;
                case "identity" -> identity = weight;
                default -> {} // a coding that the service does not have
            }
        }
    }

    /**
     * Returns whether a caller takes gzip, and does not like it less than no coding.
     *
     * @param header null when there is none
     */
    static boolean isIn(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return false;
        }
        AcceptedGzip accepted = new AcceptedGzip(header);
        double weight = accepted.gzip < 0 ? accepted.any : accepted.gzip;
        return weight > 0 && weight >= accepted.identity;
    }

    private static double weight(String parameter) {
        String value = parameter.startsWith("q=") ? parameter.substring("q=".length()) : "";
        return WEIGHT.matcher(value).matches() ? Double.parseDouble(value) : 0;
    }
}
