package dev.fileapi.local.commands;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read. The message for an invalid one says what it must be. */
final class OptionValues {

    private OptionValues() {}

    /** Makes a command line, with all commands added so far, read values this way. */
    static CommandLine registerWith(CommandLine line) {
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(UUID.class, checked("a UUID", OptionValues::uuid))
                .registerConverter(Duration.class, checked("a duration such as PT1H", Duration::parse))
                .registerConverter(URI.class, checked("a URL that begins with http:// or https://", OptionValues::url));
    }

    private static <T> ITypeConverter<T> checked(String form, Function<String, T> read) {
        return text -> {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new TypeConversionException("must be " + form + ", but is " + text);
            }
        };
    }

    /** UUID.fromString accepts short ones as well. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException(text);
        }
        return url;
    }
}
