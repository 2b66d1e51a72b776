package dev.fileapi.local.functions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A timer's schedule, {@code {second} {minute} {hour} {day} {month} {day of the week}} in UTC ("Timer trigger for Azure Functions",
 * NCRONTAB expressions). Other than in crontab, the day of the month and the day of the week must both match.
 */
public record NCronTab(
        CronField seconds, CronField minutes, CronField hours, CronField days, CronField months, CronField weekdays) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    /** Any date that exists comes again within eight years (29 February around 2100), on a given weekday within forty. */
    private static final int YEARS = 40;

    /**
     * Reads a schedule.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static NCronTab parse(String text) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != 6) {
            throw new IllegalArgumentException("Invalid schedule '" + text + "': it must have six fields");
        }
        return new NCronTab(
                CronField.parse(fields[0], 0, 59, List.of()),
                CronField.parse(fields[1], 0, 59, List.of()),
                CronField.parse(fields[2], 0, 23, List.of()),
                CronField.parse(fields[3], 1, 31, List.of()),
                CronField.parse(fields[4], 1, 12, MONTHS),
                CronField.parse(fields[5], 0, 6, WEEKDAYS));
    }

    /** The first time after the given one; empty when there is none, as for 30 February. */
    public Optional<Instant> next(Instant after) {
        LocalDateTime time = LocalDateTime.ofInstant(after, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(1);
        LocalDateTime end = time.plusYears(YEARS);
        while (time.isBefore(end)) {
            if (!months.has(time.getMonthValue())) {
                time = time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!days.has(time.getDayOfMonth())
                    || !weekdays.has(time.getDayOfWeek().getValue() % 7)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hours.has(time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minutes.has(time.getMinute())) {
                time = time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            } else if (!seconds.has(time.getSecond())) {
                time = time.plusSeconds(1);
            } else {
                return Optional.of(time.toInstant(ZoneOffset.UTC));
            }
        }
        return Optional.empty();
    }
}
