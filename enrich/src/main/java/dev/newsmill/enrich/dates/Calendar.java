package dev.newsmill.enrich.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the period that a phrase means: fills in the year, month or week that it leaves out. */
final class Calendar {
    private final @Nullable Anchor anchor;
    private final Direction direction;
    private boolean anchored;

    Calendar(@Nullable Anchor anchor, Direction direction) {
        this.anchor = anchor;
        this.direction = direction;
    }

    /** Whether the last answer needed the anchor. */
    boolean isAnchored() {
        return anchored;
    }

    /** The period; null where it cannot be told, because there is no anchor or no such day. */
    @Nullable
    Period find(Meaning m) {
        Period period = inner(m);
        if (period != null && m.has(Field.EVE)) period = period.shift(-m.get(Field.EVE));
        if (period == null || !m.has(Field.WITHIN)) return period;
        return around(Unit.of(m.get(Field.WITHIN)), period.start());
    }

    /** The weekend of a holiday on Monday or Friday touches it. */
    private static Period around(Unit unit, LocalDate day) {
        boolean monday = unit == Unit.WEEKEND && day.getDayOfWeek() == DayOfWeek.MONDAY;
        return Period.of(unit, monday ? day.minusDays(1) : day);
    }

    private @Nullable Period inner(Meaning m) {
        if (m.has(Field.YY) && !m.has(Field.Y)) m.set(Field.Y, fullYear(m.get(Field.YY)));
        if (m.has(Field.HOLIDAY)) return holiday(m);
        if (m.has(Field.D)) return m.has(Field.M) ? monthDay(m) : dayOfMonth(m);
        if (m.has(Field.NTH)) return nth(m);
        if (m.has(Field.M)) return m.has(Field.W) ? weekOfMonth(m) : month(m);
        if (m.has(Field.WD)) return weekday(m);
        if (m.has(Field.DREL)) return relative(Unit.DAY, m.get(Field.DREL));
        if (m.has(Field.SEASON)) return season(m);
        if (m.has(Field.Q)) return quarter(m);
        if (m.has(Field.H)) return half(m);
        if (m.has(Field.W)) return week(m);
        if (m.has(Field.DECADE)) return decade(m.get(Field.DECADE));
        if (m.has(Field.CENTURY)) return Period.century(m.get(Field.CENTURY));
        if (m.hasAny(Field.Y, Field.YREL)) return year(m);
        if (m.has(Field.MREL)) return relative(Unit.MONTH, m.get(Field.MREL));
        if (m.has(Field.WREL)) return relative(Unit.WEEK, m.get(Field.WREL));
        if (m.is(Field.U, Unit.WEEKEND.ordinal()) && m.getOr(Field.REL, 0) == 0) return weekend();
        if (m.has(Field.U)) return relative(Unit.of(m.get(Field.U)), m.getOr(Field.REL, 0));
        return m.has(Field.PART) || m.has(Field.HH) ? relative(Unit.DAY, m.getOr(Field.REL, 0)) : null;
    }

    /** '82 and 07: the century that brings it nearest to the anchor, with a little more room in the past. */
    private long fullYear(long twoDigits) {
        long now = anchor == null ? 2000 : anchor.day().getYear();
        long year = now / 100 * 100 + twoDigits;
        if (year > now + 10) return year - 100;
        return year < now - 90 ? year + 100 : year;
    }

    private @Nullable LocalDate today(Unit unit) {
        if (anchor == null || !anchor.knows(unit)) return null;
        anchored = true;
        return anchor.day();
    }

    private @Nullable Period relative(Unit unit, long n) {
        LocalDate today = today(unit);
        return today == null ? null : Period.of(unit, today).shift(n);
    }

    private @Nullable Period year(Meaning m) {
        return m.has(Field.Y) ? Period.year(m.get(Field.Y)) : relative(Unit.YEAR, m.get(Field.YREL));
    }

    /** The year that is said, outright or relative to the anchor; null where none is. */
    private @Nullable Long saidYear(Meaning m) {
        if (!m.hasAny(Field.Y, Field.YREL)) return null;
        Period year = year(m);
        return year == null ? null : (long) year.start().getYear();
    }

    private @Nullable Period monthDay(Meaning m) {
        Long year = saidYear(m);
        long month = m.get(Field.M);
        long day = m.get(Field.D);
        if (year != null) return Period.day(year, month, day);
        LocalDate today = today(Unit.YEAR);
        if (today == null) return null;
        if (m.has(Field.WD)) {
            Period said = onWeekday(today.getYear(), m);
            if (said != null) return said;
        }
        return choose(today, m, y -> Period.day(y, month, day));
    }

    /** "Saturday, April 25" of the year near the given one in which that day is a Saturday. */
    private static @Nullable Period onWeekday(int year, Meaning m) {
        for (int other : new int[] {year, year - 1, year + 1}) {
            Period day = Period.day(other, m.get(Field.M), m.get(Field.D));
            if (day != null && day.start().getDayOfWeek().getValue() == m.get(Field.WD)) return day;
        }
        return null;
    }

    private @Nullable Period month(Meaning m) {
        Long year = saidYear(m);
        long month = m.get(Field.M);
        if (year != null) return Period.month(year, month);
        LocalDate today = today(Unit.MONTH);
        return today == null ? null : choose(today, m, y -> Period.month(y, month));
    }

    private @Nullable Period season(Meaning m) {
        Long year = saidYear(m);
        long season = m.get(Field.SEASON);
        if (year != null) return Period.season(year, season);
        LocalDate today = today(Unit.MONTH);
        if (today == null) return null;
        if (m.is(Field.REL, 0)) return Period.season(today.getYear(), season);
        return choose(today, m, y -> Period.season(y, season));
    }

    private @Nullable Period quarter(Meaning m) {
        Long year = saidYear(m);
        long quarter = m.get(Field.Q);
        if (year != null) return Period.quarter(year, quarter);
        LocalDate today = today(Unit.MONTH);
        return today == null ? null : latest(today, y -> Period.quarter(y, quarter));
    }

    private @Nullable Period half(Meaning m) {
        Long year = saidYear(m);
        long half = m.get(Field.H);
        if (year != null) return Period.half(year, half);
        LocalDate today = today(Unit.MONTH);
        return today == null ? null : latest(today, y -> Period.half(y, half));
    }

    private @Nullable Period holiday(Meaning m) {
        Long year = saidYear(m);
        long holiday = m.get(Field.HOLIDAY);
        if (year != null) return Period.day(Holiday.date(holiday, year.intValue()));
        LocalDate today = today(Unit.DAY);
        return today == null ? null : choose(today, m, y -> Period.day(Holiday.date(holiday, y)));
    }

    /** What makes a period of a year. */
    private interface Yearly {
        @Nullable
        Period in(int year);
    }

    /** Of a date without a year the one that is on, or else the one before or after the anchor, as words or context tell. */
    private @Nullable Period choose(LocalDate today, Meaning m, Yearly yearly) {
        Period back = latest(today, yearly);
        Period forth = earliest(today, yearly, back);
        if (m.has(Field.REL)) return byWord(today, m.get(Field.REL), back, forth, yearly);
        if (back == null || forth == null) return back == null ? forth : back;
        if (back.end().isAfter(today)) return back;
        long behind = Math.max(0, ChronoUnit.DAYS.between(back.start(), today));
        long ahead = Math.max(0, ChronoUnit.DAYS.between(today, forth.start()));
        return direction.isFuture(back.unit(), behind, ahead) ? forth : back;
    }

    /** "last May" is over or at least begun, "this May" is of this year, "next May" is still to come. */
    private static @Nullable Period byWord(
            LocalDate today, long rel, @Nullable Period back, @Nullable Period forth, Yearly yearly) {
        if (rel == 0) return yearly.in(today.getYear());
        if (rel > 0) return forth == null ? null : yearly.in(forth.start().getYear() + (int) rel - 1);
        if (back == null) return null;
        return back.end().isAfter(today) ? yearly.in(back.start().getYear() - 1) : back;
    }

    private static @Nullable Period latest(LocalDate today, Yearly yearly) {
        for (int year = today.getYear(); year >= today.getYear() - 8; year--) {
            Period period = yearly.in(year);
            if (period != null && !period.start().isAfter(today)) return period;
        }
        return null;
    }

    private static @Nullable Period earliest(LocalDate today, Yearly yearly, @Nullable Period back) {
        for (int year = today.getYear(); year <= today.getYear() + 8; year++) {
            Period period = yearly.in(year);
            if (period != null && period.start().isAfter(today) && !period.equals(back)) return period;
        }
        return null;
    }

    private @Nullable Period dayOfMonth(Meaning m) {
        LocalDate today = today(Unit.DAY);
        if (today == null) return null;
        YearMonth month = YearMonth.from(today).plusMonths(m.getOr(Field.MREL, 0));
        Period inMonth = Period.day(month.getYear(), month.getMonthValue(), m.get(Field.D));
        if (m.has(Field.MREL)) return inMonth;
        if (m.has(Field.WD)) return dayOnWeekday(month, m);
        return direction.isFuture(Unit.WEEK, 1, 1)
                        && inMonth != null
                        && inMonth.start().isBefore(today)
                ? Period.day(month.plusMonths(1).getYear(), month.plusMonths(1).getMonthValue(), m.get(Field.D))
                : inMonth;
    }

    /** "Monday the 13th" of the month nearest to this one in which the 13th is a Monday. */
    private static @Nullable Period dayOnWeekday(YearMonth month, Meaning m) {
        for (int away = 0; away <= 24; away++) {
            YearMonth other = month.plusMonths(away % 2 == 0 ? away / 2 : -(away + 1) / 2);
            Period day = Period.day(other.getYear(), other.getMonthValue(), m.get(Field.D));
            if (day != null && day.start().getDayOfWeek().getValue() == m.get(Field.WD)) return day;
        }
        return Period.day(month.getYear(), month.getMonthValue(), m.get(Field.D));
    }

    private @Nullable Period weekday(Meaning m) {
        LocalDate today = today(Unit.DAY);
        if (today == null) return null;
        DayOfWeek weekday = DayOfWeek.of(m.getInt(Field.WD));
        if (m.has(Field.WREL)) {
            return Period.day(Period.of(Unit.WEEK, today)
                    .start()
                    .plusWeeks(m.get(Field.WREL))
                    .with(TemporalAdjusters.nextOrSame(weekday)));
        }
        if (m.has(Field.REL)) return weekday(today, weekday, m.get(Field.REL));
        if (today.getDayOfWeek() == weekday) return Period.day(today);
        LocalDate back = today.with(TemporalAdjusters.previous(weekday));
        LocalDate forth = today.with(TemporalAdjusters.next(weekday));
        long behind = ChronoUnit.DAYS.between(back, today);
        return Period.day(direction.isFuture(Unit.DAY, behind, 7 - behind) ? forth : back);
    }

    private @Nullable Period weekend() {
        LocalDate today = today(Unit.DAY);
        if (today == null) return null;
        Period back = Period.of(Unit.WEEKEND, today.minusDays(5));
        Period forth = new Period(Unit.WEEKEND, back.start().plusWeeks(1));
        if (!forth.start().isAfter(today)) return forth;
        long behind = ChronoUnit.DAYS.between(back.start(), today);
        return direction.isFuture(Unit.WEEKEND, behind, 7 - behind) ? forth : back;
    }

    private static Period weekday(LocalDate today, DayOfWeek weekday, long rel) {
        if (rel < 0)
            return Period.day(today.with(TemporalAdjusters.previous(weekday)).plusWeeks(rel + 1));
        if (rel == 0) return Period.day(today.with(TemporalAdjusters.nextOrSame(weekday)));
        return Period.day(today.with(TemporalAdjusters.next(weekday)).plusWeeks(rel - 1));
    }

    private @Nullable Period week(Meaning m) {
        Long said = saidYear(m);
        LocalDate today = said == null ? today(Unit.YEAR) : null;
        if (said == null && today == null) return null;
        int year =
                said != null ? said.intValue() : Objects.requireNonNull(today).getYear();
        return Period.of(Unit.WEEK, LocalDate.of(year, 1, 4)).shift(m.get(Field.W) - 1);
    }

    private @Nullable Period weekOfMonth(Meaning m) {
        Period month = month(m);
        if (month == null) return null;
        long week = m.get(Field.W);
        return week < 0
                ? Period.of(Unit.WEEK, month.end().minusDays(1))
                : Period.of(Unit.WEEK, month.start().plusDays(3)).shift(week - 1);
    }

    /** "the first Monday of May", "the last day of 2020", "the first quarter of next year". A week belongs where its Thursday is. */
    private @Nullable Period nth(Meaning m) {
        Meaning outer = m.copy().clear(Field.NTH).clear(Field.WD).clear(Field.U);
        Period period = find(outer);
        if (period == null) return null;
        long nth = m.get(Field.NTH);
        if (m.has(Field.WD)) return nthWeekday(period, DayOfWeek.of(m.getInt(Field.WD)), nth);
        Unit unit = Unit.of(m.get(Field.U));
        Period first = Period.of(unit, unit == Unit.WEEK ? period.start().plusDays(3) : period.start());
        Period last = Period.of(unit, period.end().minusDays(unit == Unit.WEEK ? 4 : 1));
        Period found = nth > 0 ? first.shift(nth - 1) : last.shift(nth + 1);
        return found == null || found.start().isAfter(period.end()) ? null : found;
    }

    private static @Nullable Period nthWeekday(Period period, DayOfWeek weekday, long nth) {
        LocalDate day = nth > 0
                ? period.start().with(TemporalAdjusters.nextOrSame(weekday)).plusWeeks(nth - 1)
                : period.end()
                        .minusDays(1)
                        .with(TemporalAdjusters.previousOrSame(weekday))
                        .plusWeeks(nth + 1);
        return day.isBefore(period.end()) && !day.isBefore(period.start()) ? Period.day(day) : null;
    }

    /** 1970, or 70: then the last such decade that has begun. */
    private Period decade(long decade) {
        if (decade >= 100) return Period.decade(decade);
        long now = anchor == null ? 2000 : anchor.day().getYear();
        long year = now / 100 * 100 + decade;
        return Period.decade(year > now ? year - 100 : year);
    }
}
