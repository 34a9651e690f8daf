package dev.newsmill.publish;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The instant by which articles are sorted and found: the begin of {@code datePublished}, in UTC where it has no zone. */
final class NewsTime {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu[-MM[-dd['T'HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[XXX]]]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private NewsTime() {}

    /** Epoch milliseconds; {@code fallback} where the page names no date that can be read. */
    static long millis(@Nullable String datePublished, long fallback) {
        if (datePublished == null) return fallback;
        try {
            return instant(datePublished).toEpochMilli();
        } catch (DateTimeException e) {
            return fallback;
        }
    }

    private static Instant instant(String date) {
        TemporalAccessor read = ISO.parseBest(
                date, OffsetDateTime::from, LocalDateTime::from, LocalDate::from, YearMonth::from, Year::from);
        if (read instanceof OffsetDateTime dateTime) return dateTime.toInstant();
        if (read instanceof LocalDateTime dateTime) return dateTime.toInstant(ZoneOffset.UTC);
        return day(read).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(TemporalAccessor read) {
        if (read instanceof LocalDate day) return day;
        return read instanceof YearMonth month
                ? month.atDay(1)
                : Year.from(read).atDay(1);
    }
}
