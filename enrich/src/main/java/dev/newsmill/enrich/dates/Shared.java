package dev.newsmill.enrich.dates;

import java.util.List;

/** Lets the parts of a range say together what one of them says alone: "from 3 to 5 May", "April 24 and 25". */
final class Shared {
    private static final Field[] COARSE_FIRST = {Field.Y, Field.YREL, Field.M, Field.MREL, Field.W, Field.D};

    private Shared() {}

    static List<Match.Part> spread(List<Match.Part> parts) {
        Meaning first = parts.get(0).meaning();
        Meaning last = parts.get(parts.size() - 1).meaning();
        boolean shareYear = !first.has(Field.Y) && last.has(Field.Y);
        for (Match.Part part : parts) {
            complete(part.meaning(), last);
            complete(part.meaning(), first);
        }
        if (shareYear && first.has(Field.M) && last.has(Field.M)) turnYear(first, last);
        for (int i = 1; i < parts.size(); i++)
            turnNoon(parts.get(i - 1).meaning(), parts.get(i).meaning());
        return parts;
    }

    /** From November to February 2017 begins in 2016. */
    private static void turnYear(Meaning first, Meaning last) {
        if (first.get(Field.M) > last.get(Field.M) && first.has(Field.Y)) first.set(Field.Y, first.get(Field.Y) - 1);
    }

    /** From 11 to 4 passes noon. */
    private static void turnNoon(Meaning from, Meaning to) {
        if (!from.has(Field.HH) || !to.has(Field.HH) || from.has(Field.AMPM) || to.has(Field.AMPM)) return;
        if (to.get(Field.HH) < from.get(Field.HH) && from.get(Field.HH) < 12) to.set(Field.AMPM, 1);
    }

    private static void complete(Meaning meaning, Meaning other) {
        if (meaning == other) return;
        if (meaning.has(Field.N) && other.has(Field.U)) copy(Field.U, meaning, other);
        if (meaning.has(Field.HH)) inheritTime(meaning, other);
        boolean finer = false;
        for (int i = COARSE_FIRST.length - 1; i >= 0; i--) {
            finer |= meaning.has(COARSE_FIRST[i]);
            boolean said = COARSE_FIRST[i] == Field.Y && meaning.hasAny(Field.REL, Field.YREL);
            if (finer && !said) copy(COARSE_FIRST[i], meaning, other);
        }
        if (meaning.hasAny(Field.Q, Field.H, Field.SEASON)) copy(Field.Y, meaning, other);
        if (meaning.hasAny(Field.DECADE)) copy(Field.CENTURY, meaning, other);
    }

    private static void inheritTime(Meaning meaning, Meaning other) {
        if (!meaning.hasAny(Field.AMPM, Field.PART) && other.has(Field.AMPM)) {
            boolean passesNoon = other.is(Field.AMPM, 1) && minutes(meaning) > minutes(other);
            meaning.set(Field.AMPM, passesNoon ? 0 : other.get(Field.AMPM));
        }
        for (Field field :
                new Field[] {Field.Y, Field.M, Field.D, Field.DREL, Field.WD, Field.ZONE, Field.REL, Field.PART}) {
            copy(field, meaning, other);
        }
    }

    /** Minutes since noon or midnight. */
    private static long minutes(Meaning m) {
        return m.getOr(Field.HH, 12) % 12 * 60 + m.getOr(Field.MI, 0);
    }

    private static void copy(Field field, Meaning meaning, Meaning other) {
        if (!meaning.has(field) && other.has(field)) meaning.set(field, other.get(field));
    }
}
