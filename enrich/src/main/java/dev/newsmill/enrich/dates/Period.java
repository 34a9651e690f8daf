package dev.newsmill.enrich.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day, week, month … century of the calendar, by its unit and its first day. */
record Period(Unit unit, LocalDate start) {
    private static final String[] SEASONS = {"SP", "SU", "FA", "WI"};

    /** The period of that unit in which the day lies. */
    static Period of(Unit unit, LocalDate day) {
        return new Period(unit, floor(unit, day));
    }

    static Period day(LocalDate day) {
        return new Period(Unit.DAY, day);
    }

    /** The day; null where the month has no such day. */
    static @Nullable Period day(long year, long month, long day) {
        if (day > YearMonth.of((int) year, (int) month).lengthOfMonth()) return null;
        return day(LocalDate.of((int) year, (int) month, (int) day));
    }

    static Period month(long year, long month) {
        return new Period(Unit.MONTH, LocalDate.of((int) year, (int) month, 1));
    }

    static Period quarter(long year, long quarter) {
        return new Period(Unit.QUARTER, LocalDate.of((int) year, (int) quarter * 3 - 2, 1));
    }

    static Period half(long year, long half) {
        return new Period(Unit.HALF, LocalDate.of((int) year, (int) half * 6 - 5, 1));
    }

    /** Spring is 0. Winter is the one that begins in the year. */
    static Period season(long year, long season) {
        return new Period(Unit.SEASON, LocalDate.of((int) year, (int) season * 3 + 3, 1));
    }

    static Period year(long year) {
        return new Period(Unit.YEAR, LocalDate.of((int) year, 1, 1));
    }

    static Period decade(long firstYear) {
        return new Period(Unit.DECADE, LocalDate.of((int) firstYear, 1, 1));
    }

    /** The 20th century begins in 1900 here, as TIMEX3 has it. */
    static Period century(long number) {
        return new Period(Unit.CENTURY, LocalDate.of((int) (number - 1) * 100, 1, 1));
    }

    private static LocalDate floor(Unit unit, LocalDate day) {
        return switch (unit) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case WEEKEND ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(5);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case HALF -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 6 * 6 + 1, 1);
            case SEASON -> day.minusMonths(day.getMonthValue() % 3).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case DECADE -> LocalDate.of(day.getYear() / 10 * 10, 1, 1);
            case CENTURY -> LocalDate.of(day.getYear() / 100 * 100, 1, 1);
            case MILLENNIUM -> LocalDate.of(day.getYear() / 1000 * 1000, 1, 1);
            default -> day;
        };
    }

    /** The n-th after this one; null where no calendar reaches. */
    @Nullable
    Period shift(long n) {
        if (Math.abs(n) > 1_000_000) return null;
        try {
            LocalDate day = plus(unit, start, n);
            return day.getYear() < 0 || day.getYear() > 9999 ? null : new Period(unit, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day that many units later. */
    static LocalDate plus(Unit unit, LocalDate day, long n) {
        return switch (unit) {
            case WEEK, WEEKEND -> day.plusWeeks(n);
            case MONTH -> day.plusMonths(n);
            case QUARTER, SEASON -> day.plusMonths(3 * n);
            case HALF -> day.plusMonths(6 * n);
            case YEAR -> day.plusYears(n);
            case DECADE -> day.plusYears(10 * n);
            case CENTURY -> day.plusYears(100 * n);
            case MILLENNIUM -> day.plusYears(1000 * n);
            default -> day.plusDays(n);
        };
    }

    /** The first day after it. */
    LocalDate end() {
        return unit == Unit.WEEKEND ? start.plusDays(2) : plus(unit, start, 1);
    }

    /** TIMEX3 value. */
    String value() {
        int year = start.getYear();
        return switch (unit) {
            case WEEK -> week();
            case WEEKEND -> week() + "-WE";
            case MONTH -> year4(year) + String.format(Locale.ROOT, "-%02d", start.getMonthValue());
            case QUARTER -> year4(year) + "-Q" + ((start.getMonthValue() - 1) / 3 + 1);
            case HALF -> year4(year) + "-H" + ((start.getMonthValue() - 1) / 6 + 1);
            case SEASON -> year4(year) + "-" + SEASONS[start.getMonthValue() / 3 - 1];
            case YEAR -> year4(year);
            case DECADE -> year4(year).substring(0, 3);
            case CENTURY -> year4(year).substring(0, 2);
            case MILLENNIUM -> year4(year).substring(0, 1);
            default -> start.toString();
        };
    }

    private String week() {
        return year4(start.get(IsoFields.WEEK_BASED_YEAR))
                + String.format(Locale.ROOT, "-W%02d", start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static String year4(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }
}
