package dev.fileapi.commands;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time in UTC. */
final class OptionTime implements ITypeConverter<Instant> {

    /** @throws TypeConversionException when it is not one */
    @Override
    public Instant convert(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("must be a time such as 2026-11-27T10:00:00Z, but is " + text);
        }
    }
}
