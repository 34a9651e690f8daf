package dev.newsmill.enrich.dates;

import java.util.Locale;

/** Writes what comes again: {@code P1D}, {@code XXXX-WXX-1}, {@code XXXX-07}. */
final class Sets {
    private Sets() {}

    static String value(Meaning m) {
        if (m.hasAny(Field.M, Field.D)) return date(m) + time(m);
        if (m.has(Field.WD)) return "XXXX-WXX-" + m.get(Field.WD) + time(m);
        if (m.has(Field.SEASON)) return "XXXX-" + Field.SEASON.symbol(m.get(Field.SEASON));
        if (m.has(Field.Q)) return "XXXX-Q" + m.get(Field.Q);
        if (m.has(Field.HOLIDAY)) return "XXXX-XX-XX";
        if (m.hasAny(Field.PART, Field.HH)) return "XXXX-XX-XX" + time(m);
        if (!m.has(Field.N)) m.set(Field.N, 1000);
        return Amount.of(m);
    }

    private static String date(Meaning m) {
        String month = m.has(Field.M) ? String.format(Locale.ROOT, "%02d", m.get(Field.M)) : "XX";
        String day = m.has(Field.D) ? String.format(Locale.ROOT, "-%02d", m.get(Field.D)) : "";
        return "XXXX-" + month + day;
    }

    private static String time(Meaning m) {
        return m.hasAny(Field.HH, Field.PART) ? "T" + Clock.value(m) : "";
    }
}
