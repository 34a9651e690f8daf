package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point in time as people type it: {@code 10m}, {@code 36h} and {@code 7d} ago, a date, or a date and time. */
final class Moment {
    private static final Pattern AGO = Pattern.compile("-?(\\d{1,6})\\s*([smhdw])");

    private Moment() {}

    /** @throws CommandException with exit code 2 if it is nothing of that */
    static Instant parse(String option, String text, Clock clock) {
        Matcher ago = AGO.matcher(text.strip());
        if (ago.matches())
            return clock.instant()
                    .minus(length(Long.parseLong(ago.group(1)), ago.group(2).charAt(0)));
        try {
            return absolute(text.strip(), clock);
        } catch (DateTimeException e) {
            throw CommandException.usage(
                    option + " '" + text + "' is no time", "Write 10m, 36h, 7d, 2021-11-04 or 2021-11-04T09:30.");
        }
    }

    private static Instant absolute(String text, Clock clock) {
        if (!text.contains("T"))
            return LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
    }

    private static Duration length(long count, char unit) {
        return switch (unit) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }
}
