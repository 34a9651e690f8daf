package dev.newsmill.enrich.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns meanings into TIMEX3 values, in the order of the text. One per text; not thread-safe. */
final class Resolver {
    private static final int NEAR = 60;

    private final @Nullable Anchor anchor;
    private final Reference reference;
    private @Nullable Period begun;
    /** Whether the range's begin named its month: "from Sept. 14 to Thursday" may span weeks. */
    private boolean begunInMonth;

    Resolver(@Nullable Anchor anchor, Reference reference) {
        this.anchor = anchor;
        this.reference = reference;
    }

    /** The begin of a range: where neither end names a year, a range that is on now is meant before all others. */
    @Nullable
    Value resolveBegin(Meaning meaning, Meaning end, Direction direction, int token) {
        boolean known = anchor != null && anchor.knows(Unit.MONTH);
        Integer year = known
                ? new OpenRange(meaning, end)
                        .yearIfOn(Objects.requireNonNull(anchor).day())
                : null;
        return resolve(year == null ? meaning : meaning.copy().set(Field.Y, year), direction, token);
    }

    /** The end of a range: gets the year that brings it after the range's begin. */
    @Nullable
    Value resolveEnd(Meaning meaning, Direction direction, int token) {
        Period begin = begun;
        boolean open = meaning.has(Field.M) && !meaning.hasAny(Field.Y, Field.YREL, Field.YY, Field.REL);
        if (begin != null && !begunInMonth && isBareWeekday(meaning))
            return resolveWeekday(begin, meaning, direction, token);
        if (begin == null || !open) return resolve(meaning, direction, token);
        Meaning m = meaning.copy();
        long day = m.getOr(Field.D, 31) + 32 * m.get(Field.M);
        boolean next = day < begin.start().getDayOfMonth() + 32L * begin.start().getMonthValue();
        return resolve(m.set(Field.Y, begin.start().getYear() + (next ? 1 : 0)), direction, token);
    }

    private @Nullable Value resolveWeekday(Period begin, Meaning meaning, Direction direction, int token) {
        Value value = resolve(weekdayAfter(begin, meaning), direction, token);
        begunInMonth = false;
        return value;
    }

    private static boolean isBareWeekday(Meaning m) {
        return m.has(Field.WD) && !m.hasAny(Field.M, Field.D, Field.REL, Field.WREL, Field.NTH, Field.OP);
    }

    private static Meaning weekdayAfter(Period begin, Meaning m) {
        LocalDate day = begin.start().with(TemporalAdjusters.nextOrSame(DayOfWeek.of(m.getInt(Field.WD))));
        Meaning full = m.copy().clear(Field.WD);
        return full.set(Field.Y, day.getYear())
                .set(Field.M, day.getMonthValue())
                .set(Field.D, day.getDayOfMonth());
    }

    /** The value; null where the phrase is no time after all. */
    @Nullable
    Value resolve(Meaning meaning, Direction direction, int token) {
        Meaning m = meaning.copy();
        begun = null;
        begunInMonth = m.has(Field.M);
        Value value = switch (Operation.values()[(int) m.getOr(Field.OP, 0)]) {
            case DATE -> date(m, direction, token);
            case SHIFT -> shift(m, direction, token);
            case DURATION -> duration(m, direction);
            case SET -> set(m);
            case REFERENCE -> Value.of("DATE", Field.REF.symbol(m.get(Field.REF)));
            case ANAPHOR -> anaphor(m, direction, token);
            case NOTHING -> null;
        };
        if (value == null) return null;
        return value.withMod(m.has(Field.MOD) ? Field.MOD.symbol(m.get(Field.MOD)) : null);
    }

    private @Nullable Value date(Meaning m, Direction direction, int token) {
        Calendar calendar = new Calendar(anchor, direction);
        Period period = isTimeOnly(m) ? localDay(m, token) : calendar.find(m);
        begun = period;
        if (period == null) return unknown(m);
        if (m.hasAny(Field.HH, Field.PART) && period.unit() == Unit.DAY) {
            reference.saw(period, token);
            return clock(m, period, calendar.isAnchored() || isTimeOnly(m));
        }
        remember(m, period, token);
        return of(period, calendar.isAnchored());
    }

    private void remember(Meaning m, Period period, int token) {
        reference.saw(period, token);
        if (period.unit() == Unit.QUARTER && isOver(period)) reference.reports(period);
        if (m.has(Field.FISCAL) && period.unit() == Unit.YEAR) reference.reports(period);
    }

    /** A quarter that figures can be reported for; of one that still runs only where nothing else was reported. */
    private boolean isOver(Period quarter) {
        return anchor == null || reference.reported() == null || !quarter.end().isAfter(anchor.day());
    }

    private static boolean isTimeOnly(Meaning m) {
        return m.has(Field.HH)
                && !m.hasAny(
                        Field.Y, Field.M, Field.D, Field.WD, Field.DREL, Field.REL, Field.HOLIDAY, Field.YY, Field.U);
    }

    private @Nullable Period localDay(Meaning m, int token) {
        Period near = reference.day(token, NEAR);
        if (near != null) return near;
        return anchor != null && anchor.knows(Unit.DAY) ? Period.day(anchor.day()) : null;
    }

    static Value of(Period period, boolean anchored) {
        return new Value(
                "DATE",
                period.value(),
                null,
                period.start().toString(),
                period.end().toString(),
                anchored);
    }

    /** What can be said without an anchor, with X for what is missing. */
    private static @Nullable Value unknown(Meaning m) {
        if (m.hasAny(Field.HH, Field.PART) && !m.hasAny(Field.M, Field.D))
            return Value.of("TIME", "T" + Clock.value(m));
        if (m.has(Field.M) && !m.hasAny(Field.Y, Field.W, Field.NTH)) {
            String day = m.has(Field.D) ? String.format(Locale.ROOT, "-%02d", m.get(Field.D)) : "";
            if (m.has(Field.D) && Period.day(2000, m.get(Field.M), m.get(Field.D)) == null) return null;
            return Value.of("DATE", String.format(Locale.ROOT, "XXXX-%02d", m.get(Field.M)) + day);
        }
        if (m.has(Field.Y)) return null;
        if (m.has(Field.WD)) return Value.of("DATE", "XXXX-WXX-" + m.get(Field.WD));
        if (m.has(Field.SEASON)) return Value.of("DATE", "XXXX-" + Field.SEASON.symbol(m.get(Field.SEASON)));
        if (m.has(Field.Q)) return Value.of("DATE", "XXXX-Q" + m.get(Field.Q));
        long rel = m.getOr(Field.REL, m.getOr(Field.DREL, m.getOr(Field.YREL, m.getOr(Field.MREL, 0))));
        if (m.has(Field.D) || m.has(Field.HOLIDAY)) return Value.of("DATE", "XXXX-XX-XX");
        return Value.of("DATE", rel < 0 ? "PAST_REF" : rel > 0 ? "FUTURE_REF" : "PRESENT_REF");
    }

    private static @Nullable Value clock(Meaning m, Period day, boolean anchored) {
        String date = day.value();
        String value = date + "T" + Clock.value(m);
        if (!Clock.isValid(m)) return null;
        LocalDateTime from = Clock.from(m, day.start());
        String zone = Clock.zone(m);
        return new Value("TIME", value, null, from + zone, Clock.to(m, from) + zone, anchored);
    }

    private @Nullable Value shift(Meaning m, Direction direction, int token) {
        Unit unit = Unit.of(m.get(Field.U));
        long n = m.getOr(Field.N, 1000);
        long sign = m.getOr(Field.DIR, -1);
        if (n == Meaning.VAGUE) return Value.of("DATE", sign < 0 ? "PAST_REF" : "FUTURE_REF");
        Period reported = reference.reported();
        if (unit == Unit.YEAR && n == 1000 && sign < 0 && reported != null) return of(back(reported), true);
        if (unit.isTime()) return time(unit, n, sign);
        Period base = m.hasAny(Field.DREL, Field.HOLIDAY, Field.D) ? said(m, direction) : base(unit, m, token);
        if (base == null) return Value.of("DATE", sign < 0 ? "PAST_REF" : "FUTURE_REF");
        Period period = base.shift(sign * n * m.getOr(Field.TIMES, 1) / 1000);
        if (period == null) return null;
        if (m.has(Field.WD) && !m.has(Field.D)) period = inWeek(period, m);
        reference.saw(period, token);
        return of(period, true);
    }

    /** "Monday two weeks from now". */
    private static Period inWeek(Period period, Meaning m) {
        return Period.day(period.start().with(DayOfWeek.of(m.getInt(Field.WD))));
    }

    /** The day that "two days after tomorrow" counts from. */
    private @Nullable Period said(Meaning m, Direction direction) {
        Period day = new Calendar(anchor, direction).find(m.copy().clear(Field.U));
        if (day == null) return null;
        if (m.is(Field.U, Unit.WEEK.ordinal())) m.set(Field.TIMES, 7 * m.getOr(Field.TIMES, 1));
        if (m.is(Field.U, Unit.MONTH.ordinal())) return new Period(Unit.MONTH, day.start());
        return m.is(Field.U, Unit.YEAR.ordinal()) ? new Period(Unit.YEAR, day.start()) : day;
    }

    private static Period back(Period period) {
        return new Period(period.unit(), period.start().minusYears(1));
    }

    private @Nullable Period base(Unit unit, Meaning m, int token) {
        Unit grain = switch (unit) {
            case WEEK, WEEKEND, NIGHT -> Unit.DAY;
            case DECADE, CENTURY, MILLENNIUM -> Unit.YEAR;
            default -> unit;
        };
        Period last = m.has(Field.LOCAL) ? localBase(unit, token) : null;
        LocalDate day = last != null ? last.start() : anchor != null && anchor.knows(grain) ? anchor.day() : null;
        if (day == null) return null;
        if (grain == unit) return Period.of(unit, day);
        Meaning scaled = m;
        if (unit == Unit.WEEK) scaled.set(Field.TIMES, m.getOr(Field.TIMES, 1) * 7);
        if (unit == Unit.DECADE) scaled.set(Field.TIMES, 10);
        if (unit == Unit.CENTURY) scaled.set(Field.TIMES, 100);
        if (unit == Unit.MILLENNIUM) scaled.set(Field.TIMES, 1000);
        return Period.of(grain, day);
    }

    private @Nullable Period localBase(Unit unit, int token) {
        return unit.compareTo(Unit.WEEK) <= 0 ? reference.day(token, NEAR) : reference.last();
    }

    private Value time(Unit unit, long n, long sign) {
        if (anchor == null || anchor.time() == null || Math.abs(n) > 1_000_000_000L) {
            return Value.of("TIME", sign < 0 ? "PAST_REF" : "FUTURE_REF");
        }
        long seconds = unit == Unit.HOUR ? 3600 : unit == Unit.MINUTE ? 60 : 1;
        LocalDateTime then = LocalDateTime.of(anchor.day(), anchor.time()).plusSeconds(sign * n * seconds / 1000);
        String zone = anchor.zone() == null ? "" : anchor.zone();
        String value = then.truncatedTo(unit == Unit.SECOND ? ChronoUnit.SECONDS : ChronoUnit.MINUTES) + zone;
        return new Value("TIME", value, null, value, null, true);
    }

    private @Nullable Value duration(Meaning m, Direction direction) {
        Unit unit = Unit.of(m.get(Field.U));
        if (isReported(unit, m) && anchor != null && reference.reported() != null) {
            reference.reports(Period.of(Unit.YEAR, reference.reported().start()));
        }
        String value = Amount.of(m);
        long n = m.getOr(Field.N, Meaning.VAGUE);
        if (m.has(Field.DIR) && n != Meaning.VAGUE && direction.isFuture(Unit.WEEK, 1, 1)) return ahead(m, value);
        boolean stretch = m.has(Field.REL) && n != Meaning.VAGUE && n % 1000 == 0;
        if (stretch && unit.isTime()) return hours(m, value, n, unit);
        if (!stretch || anchor == null || !anchor.knows(unit)) return Value.of("DURATION", value);
        return stretch(m, value, n / 1000 * m.getOr(Field.TIMES, 1), unit, anchor.day());
    }

    /** "will end in two weeks": a length that leads to a day. */
    private Value ahead(Meaning m, String value) {
        Value then = shift(m.copy().clear(Field.MOD), Direction.BACK, 0);
        if (then == null || then.from() == null) return Value.of("DURATION", value);
        if (anchor == null || then.from().length() > 10)
            return new Value("DURATION", value, null, then.from(), null, true);
        long n = m.get(Field.N) / 1000 * m.getOr(Field.TIMES, 1);
        LocalDate day = Period.plus(Unit.of(m.get(Field.U)), anchor.day(), n);
        return new Value(
                "DURATION", value, null, day.toString(), day.plusDays(1).toString(), true);
    }

    /** "the past three months" ends today, "the next three months" begin tomorrow. */
    private static @Nullable Value stretch(Meaning m, String value, long n, Unit unit, LocalDate today) {
        Period now = unit == Unit.QUARTER ? Period.of(unit, today) : new Period(Unit.DAY, today);
        LocalDate near = m.get(Field.REL) < 0 ? now.start() : now.end();
        Period far = new Period(unit, near).shift(m.get(Field.REL) < 0 ? -n : n);
        if (far == null) return Value.of("DURATION", value);
        LocalDate from = m.get(Field.REL) < 0 ? far.start() : near;
        LocalDate to = m.get(Field.REL) < 0 ? near : far.start();
        return new Value("DURATION", value, null, from.toString(), to.toString(), true);
    }

    /** "the past 24 hours", where the time of publication is known. */
    private Value hours(Meaning m, String value, long n, Unit unit) {
        Value then = time(unit, n, m.get(Field.REL));
        Value now = time(unit, 0, 1);
        if (then.from() == null || now.from() == null) return Value.of("DURATION", value);
        boolean past = m.get(Field.REL) < 0;
        return new Value(
                "DURATION", value, null, past ? then.from() : now.from(), past ? now.from() : then.from(), true);
    }

    private static boolean isReported(Unit unit, Meaning m) {
        return unit == Unit.MONTH && (m.is(Field.N, 9000) || m.is(Field.N, 6000));
    }

    private static Value set(Meaning m) {
        return Value.of("SET", Sets.value(m));
    }

    private @Nullable Value anaphor(Meaning m, Direction direction, int token) {
        Unit unit = Unit.of(m.get(Field.U));
        Period base = anaphorBase(unit, m, token);
        if (base == null) return unknown(m);
        if (m.has(Field.Y)) base = new Period(base.unit(), base.start().withYear(m.getInt(Field.Y)));
        Period period = m.has(Field.YREL) ? Period.of(base.unit(), base.start().plusYears(m.get(Field.YREL))) : base;
        if (m.has(Field.WD)) period = weekday(period, m);
        else if (m.has(Field.REL)) period = period.shift(m.get(Field.REL));
        if (period == null) return null;
        if (m.hasAny(Field.PART, Field.HH) && period.unit() == Unit.DAY) return clock(m, period, true);
        if (!m.hasAny(Field.YREL, Field.Y)) remember(m, period, token);
        return of(period, true);
    }

    private static Period weekday(Period day, Meaning m) {
        DayOfWeek weekday = DayOfWeek.of(m.getInt(Field.WD));
        LocalDate start = day.start();
        return Period.day(start.with(
                m.get(Field.REL) < 0 ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.next(weekday)));
    }

    private @Nullable Period anaphorBase(Unit unit, Meaning m, int token) {
        Period reported = reference.reported();
        if (unit == Unit.PERIOD) return reported;
        if (unit == Unit.QUARTER && (reported != null || m.getOr(Field.REL, 0) <= 0)) return reportedQuarter(reported);
        if (m.has(Field.LOCAL)) {
            Period local = unit == Unit.DAY ? reference.day(token, 10 * NEAR) : reference.last();
            if (local != null) return Period.of(unit, local.start());
        }
        return anchor != null && anchor.knows(unit) ? Period.of(unit, anchor.day()) : null;
    }

    private @Nullable Period reportedQuarter(@Nullable Period reported) {
        if (reported != null && reported.unit() == Unit.QUARTER) return reported;
        if (anchor == null || !anchor.knows(Unit.QUARTER)) return null;
        return Period.of(Unit.QUARTER, anchor.day()).shift(-1);
    }
}
