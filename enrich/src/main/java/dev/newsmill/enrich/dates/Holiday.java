package dev.newsmill.enrich.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Computes the days of feasts. Word files write them as {@code 12-25} (month and day), {@code easter+39} (days from
 * Easter Sunday), {@code 11/4/4} (the fourth Thursday of November; -1 is the last) or {@code 11/1/1+1} (the day after
 * the first Monday).
 */
final class Holiday {
    private static final long EASTER = 10_000;
    private static final long WEEKDAY = 1_000_000;

    private Holiday() {}

    /** The number that stands for it in {@link Field#HOLIDAY}. */
    static long parse(String text) {
        if (text.startsWith("easter"))
            return EASTER + 400 + (text.length() == 6 ? 0 : Integer.parseInt(text.substring(6)));
        if (!text.contains("/")) return Long.parseLong(text.replace("-", ""));
        String[] parts = text.split("[/+]");
        long plus = parts.length > 3 ? Long.parseLong(parts[3]) : 0;
        long month = Long.parseLong(parts[0]);
        return WEEKDAY + ((month * 10 + Long.parseLong(parts[1]) + 5) * 10 + Long.parseLong(parts[2])) * 10 + plus;
    }

    static LocalDate date(long holiday, int year) {
        if (holiday >= WEEKDAY) return weekday(holiday - WEEKDAY, year);
        if (holiday >= EASTER) return easter(year).plusDays(holiday - EASTER - 400);
        return LocalDate.of(year, (int) holiday / 100, 1).plusDays(holiday % 100 - 1);
    }

    private static LocalDate weekday(long code, int year) {
        LocalDate month = LocalDate.of(year, (int) (code / 1000), 1);
        int nth = (int) (code / 100 % 10) - 5;
        DayOfWeek weekday = DayOfWeek.of((int) (code / 10 % 10));
        return month.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)).plusDays(code % 10);
    }

    /** Gregorian Easter Sunday, by the anonymous algorithm (Meeus, Jones, Butcher). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
