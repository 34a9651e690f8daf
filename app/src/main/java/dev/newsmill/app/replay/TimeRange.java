package dev.newsmill.app.replay;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, in the grammar of {@code rpk topic consume --offset @…}: {@code T1}, {@code T1:T2}, {@code :T2}.
 * A time is 13 digits (milliseconds since 1970), 10 (seconds), a day, a date and time that end with Z, or a duration
 * from now, such as {@code -48h} or {@code -1h30m}; a second one after an absolute first counts from that. T2 may be
 * {@code end}. Beside rpk's units there are d and w.
 *
 * @param from inclusive; null for the beginning
 * @param until exclusive; null for the end
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant until) {
    public static final TimeRange ALL = new TimeRange(null, null);

    private static final Pattern MILLIS = Pattern.compile("(\\d{13})(?=:|$)");
    private static final Pattern SECONDS = Pattern.compile("(\\d{10})(?=:|$)");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?=:|$)");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T[\\d:.]{1,20}Z)(?=:|$)");
    private static final Pattern SPAN =
            Pattern.compile("(-?)((?:\\d{1,9}(?:\\.\\d{1,9})?(?:ms|s|m|h|d|w)){1,6})(?=:|$)");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|[smhdw])");

    public TimeRange {
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("the range ends at " + until + ", before it begins at " + from);
        }
    }

    /** One end of a range, and how much of the text it is. */
    private record Moment(Instant at, boolean absolute, int length) {}

    /** @throws IllegalArgumentException if the text is no range; the message says what is wrong */
    public static TimeRange parse(String text, Clock clock) {
        String range = text.strip();
        if (range.startsWith("@")) range = range.substring(1);
        Instant now = clock.instant();
        if (range.startsWith(":")) return new TimeRange(null, until(range.substring(1), now, text));
        Moment first = moment(range, now, text);
        String rest = range.substring(first.length);
        if (rest.isEmpty() || rest.equals(":")) return new TimeRange(first.at, null);
        return new TimeRange(first.at, until(rest.substring(1), first.absolute ? first.at : now, text));
    }

    /** True if it leaves nothing out. */
    public boolean isAll() {
        return from == null && until == null;
    }

    boolean contains(long timestamp) {
        return (from == null || timestamp >= from.toEpochMilli())
                && (until == null || timestamp < until.toEpochMilli());
    }

    private static @Nullable Instant until(String rest, Instant base, String whole) {
        if (rest.equals("end")) return null;
        Moment moment = moment(rest, base, whole);
        if (moment.length != rest.length()) throw bad(whole);
        return moment.at;
    }

    private static Moment moment(String text, Instant base, String whole) {
        try {
            Matcher millis = MILLIS.matcher(text);
            if (millis.lookingAt()) return new Moment(Instant.ofEpochMilli(Long.parseLong(millis.group())), true, 13);
            Matcher seconds = SECONDS.matcher(text);
            if (seconds.lookingAt())
                return new Moment(Instant.ofEpochSecond(Long.parseLong(seconds.group())), true, 10);
            Matcher day = DAY.matcher(text);
            if (day.lookingAt()) return new Moment(startOf(day.group()), true, day.end());
            Matcher time = TIME.matcher(text);
            if (time.lookingAt()) return new Moment(Instant.parse(time.group()), true, time.end());
            Matcher span = SPAN.matcher(text);
            if (span.lookingAt()) return new Moment(base.plus(length(span)), false, span.end());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(bad(whole).getMessage(), e);
        }
        throw bad(whole);
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Duration length(Matcher span) {
        double millis = 0;
        Matcher part = PART.matcher(span.group(2));
        while (part.find()) millis += Double.parseDouble(part.group(1)) * millis(part.group(2));
        Duration length = Duration.ofMillis(Math.round(millis));
        return span.group(1).isEmpty() ? length : length.negated();
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 604_800_000;
        };
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException("'" + text + "' is no range of time");
    }
}
