package dev.fileapi.http.request;

import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, read from the raw text: the host joins repeated values and drops empty ones, and Micronaut splits values at
 * commas. {@code +} is a space, as in HTML forms. An empty value counts as none, of a repeated parameter that is not a list the last one
 * counts, and an unknown parameter is ignored.
 */
public final class QueryParameters {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** Some clients write a repeated parameter as {@code name[]=} or {@code name[0]=}. */
    private static final Pattern BRACKETS = Pattern.compile("(?<=.)\\[[0-9]*]$");

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,20}");

    private final Map<String, List<String>> encoded = new HashMap<>();

    private QueryParameters(@Nullable String rawQuery) {
        if (rawQuery == null) {
            return;
        }
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            encoded.computeIfAbsent(name(equals < 0 ? pair : pair.substring(0, equals)), any -> new ArrayList<>())
                    .add(equals < 0 ? "" : pair.substring(equals + 1));
        }
    }

    public static QueryParameters of(HttpRequest<?> request) {
        return parse(request.getUri().getRawQuery());
    }

    static QueryParameters parse(@Nullable String rawQuery) {
        return new QueryParameters(rawQuery);
    }

    /** Returns the names of all parameters, decoded where they can be, and without brackets. */
    public Set<String> names() {
        return encoded.keySet().stream().filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** True when the parameter is there, though it may be empty. */
    boolean has(String name) {
        return encoded.containsKey(name);
    }

    Optional<String> text(String name) {
        List<String> values = given(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** The values of a repeated parameter, in which commas may be. */
    List<String> values(String name) {
        return given(name);
    }

    /** The values of a list, whether the parameter is repeated or its values are joined by commas. */
    List<String> list(String name) {
        return given(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default -> throw new ValidationException(name, "must be true or false");
        });
    }

    public boolean isSet(String name) {
        return flag(name).orElse(false);
    }

    public Optional<UUID> uuid(String name) {
        return text(name).map(value -> uuid(name, value));
    }

    public Optional<Long> int64(String name) {
        return text(name).map(value -> int64(name, value));
    }

    long within(String name, long least, long most, long otherwise) {
        long value = int64(name).orElse(otherwise);
        if (value < least || value > most) {
            throw new ValidationException(
                    name,
                    most == Long.MAX_VALUE
                            ? "must be at least " + least + ""
                            : "must be from " + least + " to " + most);
        }
        return value;
    }

    public static UUID uuid(String name, String value) {
        if (!UUID_FORM.matcher(value).matches()) {
            throw new ValidationException(name, "must be a UUID");
        }
        return UUID.fromString(value);
    }

    public static long int64(String name, String value) {
        try {
            if (INTEGER.matcher(value).matches()) {
                return Long.parseLong(value);
            }
        } catch (NumberFormatException beyondInt64) {
            throw new ValidationException(name, "must be a 64-bit integer, and is too large");
        }
        throw new ValidationException(name, "must be a 64-bit integer");
    }

    private List<String> given(String name) {
        List<String> values = encoded.get(name);
        if (values == null) {
            return List.of();
        }
        return values.stream()
                .filter(value -> !value.isEmpty())
                .map(value -> decode(name, value))
                .toList();
    }

    /** A name that is not percent-encoded UTF-8 names no parameter of this API. */
    private static String name(String encodedName) {
        String name;
        try {
            name = PercentEncoding.decode(encodedName.replace('+', ' '));
        } catch (IllegalArgumentException unknown) {
            name = encodedName;
        }
        return BRACKETS.matcher(name).replaceFirst("");
    }

    private static String decode(String name, String value) {
        try {
            return PercentEncoding.decode(value.replace('+', ' '));
        } catch (IllegalArgumentException e) {
            throw new ValidationException(name, String.valueOf(e.getMessage()));
        }
    }
}
