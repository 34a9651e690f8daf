package dev.newsmill.enrich.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A range neither end of which names a year: "from August to October". */
record OpenRange(Meaning begin, Meaning end) {

    /** The year in which the range begins that is on at that day; null where none is, or where an end says more than that. */
    @Nullable
    Integer yearIfOn(LocalDate today) {
        if (!isOpen(begin) || !isOpen(end)) return null;
        int now = place(today.getMonthValue(), today.getDayOfMonth());
        int from = place(begin.get(Field.M), begin.getOr(Field.D, 1));
        int to = place(end.get(Field.M), end.getOr(Field.D, 31));
        boolean afterBegin = now >= from;
        boolean beforeEnd = now <= to;
        if (from <= to) return afterBegin && beforeEnd ? today.getYear() : null;
        if (!afterBegin && !beforeEnd) return null;
        return today.getYear() - (afterBegin ? 0 : 1);
    }

    /** A number that grows through the year. */
    private static int place(long month, long day) {
        return (int) (32 * month + day);
    }

    /** Whether it is a month, or a day of one, and nothing tells its year. */
    static boolean isOpen(Meaning m) {
        return m.has(Field.M)
                && !m.hasAny(
                        Field.Y, Field.YREL, Field.YY, Field.REL, Field.OP, Field.HH, Field.WD, Field.W, Field.NTH);
    }
}
