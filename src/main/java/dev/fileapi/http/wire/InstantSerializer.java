package dev.fileapi.http.wire;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes times as {@link Instant#toString} does, hundreds in a page: a formatter takes apart and puts together each of them in objects of its
 * own, which is a third of what the JSON of a page takes.
 */
@Singleton
final class InstantSerializer implements Serializer<Instant> {

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int LENGTH_WITHOUT_FRACTION = "2026-01-01T00:00:00Z".length();

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Instant> type, Instant value)
            throws IOException {
        encoder.encodeString(text(value));
    }

    static String text(Instant time) {
        return new String(ascii(time), StandardCharsets.ISO_8859_1);
    }

    /** Returns the characters of the text, of which none is to be escaped in JSON. */
    static byte[] ascii(Instant time) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY));
        if (date.getYear() < 0 || date.getYear() > 9999) {
            return time.toString().getBytes(StandardCharsets.US_ASCII);
        }
        int second = Math.floorMod(time.getEpochSecond(), SECONDS_PER_DAY);
        int nanos = time.getNano();
        int digits = fractionDigits(nanos);
        byte[] text = new byte[LENGTH_WITHOUT_FRACTION + (digits == 0 ? 0 : 1 + digits)];
        int at = number(text, 0, date.getYear(), 4, '-');
        at = number(text, at, date.getMonthValue(), 2, '-');
        at = number(text, at, date.getDayOfMonth(), 2, 'T');
        at = number(text, at, second / 3600, 2, ':');
        at = number(text, at, second / 60 % 60, 2, ':');
        at = number(text, at, second % 60, 2, digits == 0 ? 'Z' : '.');
        if (digits > 0) {
            int unit = digits == 3 ? 1_000_000 : digits == 6 ? 1000 : 1;
            number(text, at, nanos / unit, digits, 'Z');
        }
        return text;
    }

    private static int fractionDigits(int nanos) {
        if (nanos == 0) {
            return 0;
        }
        return nanos % 1_000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
    }

    /** Writes a number in that number of digits, and a character after it, and returns the place after both. */
    private static int number(byte[] text, int at, int number, int digits, char after) {
        int rest = number;
        for (int place = at + digits - 1; place >= at; place--) {
            text[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[at + digits] = (byte) after;
        return at + digits + 1;
    }
}
