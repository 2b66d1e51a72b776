package dev.fileapi.cli.sync;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes: {@code 500}, {@code 500k}, {@code 2M}, {@code 1G}, in powers of 1,024. */
final class ByteSize implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([kmg]?)");
    private static final String UNITS = " kmg";
    private static final int BITS = 10;

    @Override
    public Long convert(String text) {
        Matcher size = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new TypeConversionException("'" + text + "' is not a number of bytes, as 500k or 2M");
        }
        int unit = size.group(2).isEmpty() ? 0 : UNITS.indexOf(size.group(2));
        return Long.parseLong(size.group(1)) << (BITS * unit);
    }
}
