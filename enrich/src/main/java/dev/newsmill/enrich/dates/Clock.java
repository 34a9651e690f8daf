package dev.newsmill.enrich.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** The time of day in a meaning: hour, minute, second and zone, or morning, afternoon, evening, night. */
final class Clock {
    private static final long NIGHT = 4;
    private static final int[] PART_FROM = {6, 12, 12, 18, 21, 8};
    private static final int[] PART_HOURS = {6, 1, 6, 6, 9, 10};

    private Clock() {}

    static boolean isValid(Meaning m) {
        return !m.has(Field.HH) || (hour(m) >= 0 && hour(m) <= 23 || (hour(m) == 24 && m.getOr(Field.MI, 0) == 0));
    }

    /** What follows the T of a value. */
    static String value(Meaning m) {
        if (!m.has(Field.HH)) return Field.PART.symbol(m.get(Field.PART));
        String seconds = m.has(Field.SS) ? String.format(Locale.ROOT, ":%02d", m.get(Field.SS)) : "";
        String zone = m.is(Field.ZONE, 0) ? "Z" : "";
        return String.format(Locale.ROOT, "%02d:%02d", hour(m), minute(m)) + seconds + zone;
    }

    /** The minute; "half eight" and "a quarter to eight" are written as less than nothing. */
    private static long minute(Meaning m) {
        return Math.floorMod(m.getOr(Field.MI, 0), 60);
    }

    private static long hour(Meaning m) {
        long hour = m.get(Field.HH) - (m.getOr(Field.MI, 0) < 0 ? 1 : 0);
        if (m.is(Field.AMPM, 1) && hour < 12) return hour + 12;
        if (m.is(Field.AMPM, 0) && hour == 12) return 0;
        if (hour == 12 && !m.has(Field.AMPM) && m.is(Field.PART, NIGHT)) return 0;
        boolean late = m.has(Field.PART) && !m.has(Field.AMPM) && hour < 12 && hour > 0;
        if (!late) return hour;
        String part = Field.PART.symbol(m.get(Field.PART));
        return part.equals("AF") || part.equals("EV") || (part.equals("NI") && hour > 5) ? hour + 12 : hour;
    }

    static LocalDateTime from(Meaning m, LocalDate day) {
        if (!m.has(Field.HH)) return day.atTime(PART_FROM[m.getInt(Field.PART)], 0);
        return day.atStartOfDay().plusHours(hour(m)).plusMinutes(minute(m)).plusSeconds(m.getOr(Field.SS, 0));
    }

    static LocalDateTime to(Meaning m, LocalDateTime from) {
        if (!m.has(Field.HH)) return from.plusHours(PART_HOURS[m.getInt(Field.PART)]);
        if (m.has(Field.SS)) return from.plusSeconds(1);
        return from.plusMinutes(1);
    }

    /** The zone as an ISO-8601 offset; empty where none is said. */
    static String zone(Meaning m) {
        if (!m.has(Field.ZONE)) return "";
        long minutes = m.get(Field.ZONE);
        if (minutes == 0) return "Z";
        long size = Math.abs(minutes);
        return String.format(Locale.ROOT, "%s%02d:%02d", minutes < 0 ? "-" : "+", size / 60, size % 60);
    }
}
