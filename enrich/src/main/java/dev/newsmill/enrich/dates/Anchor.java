package dev.newsmill.enrich.dates;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The date that a text was published, which "yesterday" counts from.
 *
 * @param unit how exact it is: YEAR, MONTH or DAY
 * @param day its first day
 * @param time local time of day; null where that is unknown
 * @param zone offset as printed; null where that is unknown
 */
record Anchor(
        Unit unit,
        LocalDate day,
        @Nullable LocalTime time,
        @Nullable String zone) {

    static Anchor of(LocalDate day) {
        return new Anchor(Unit.DAY, day, null, null);
    }

    /** Reads {@code 2021}, {@code 2021-11}, {@code 2021-11-04} or a date and time; null for anything else. */
    static @Nullable Anchor parse(@Nullable String iso) {
        if (iso == null) return null;
        try {
            return switch (iso.length()) {
                case 4 -> new Anchor(Unit.YEAR, LocalDate.of(Integer.parseInt(iso), 1, 1), null, null);
                case 7 -> new Anchor(Unit.MONTH, YearMonth.parse(iso).atDay(1), null, null);
                default -> dayAndTime(iso);
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Anchor dayAndTime(String iso) {
        if (iso.length() < 10) return null;
        LocalDate day = LocalDate.parse(iso.substring(0, 10));
        if (day.getYear() < 1 || day.getYear() > 9000) return null;
        if (iso.length() < 16 || iso.charAt(10) != 'T') return of(day);
        int end = 16;
        while (end < iso.length()
                && (Character.isDigit(iso.charAt(end)) || iso.charAt(end) == ':' || iso.charAt(end) == '.')) end++;
        return new Anchor(
                Unit.DAY, day, LocalTime.parse(iso.substring(11, end)), end < iso.length() ? iso.substring(end) : null);
    }

    /** Whether it knows periods of that length: a year alone says nothing of months. */
    boolean knows(Unit asked) {
        return unit == Unit.DAY || asked.compareTo(unit) >= 0;
    }

    @Override
    public String toString() {
        return Period.of(unit, day).value();
    }
}
