package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.enrich.text.WordList;

/**
 * Finds the names of countries, their parts, peoples and cities in running text. Part of the model's format, and so are
 * the lists: a change there needs a new model. Immutable.
 */
final class PlaceNames {
    /** Places in a name: first, inner, last, alone. */
    private static final int PLACES = 4;

    private static final int LONGEST = 4;
    private static final int COUNTRY = 1;
    private static final int PART = 2;
    private static final int PEOPLE = 3;
    private static final int BIG_CITY = 4;
    private static final int CITY = 5;
    private static final int TOWN = 6;
    private static final PlaceNames ALL = new PlaceNames();

    private final LongTable kinds = new LongTable(1 << 15);

    private PlaceNames() {
        for (String line : WordList.lines(Places.class, "cities.tsv")) {
            String[] parts = line.split("\t");
            put(parts[0], size(Integer.parseInt(parts[3])));
        }
        putAll("subdivisions.txt", PART);
        putAll("countries.txt", COUNTRY);
    }

    /** @param people in thousands */
    private static int size(int people) {
        if (people >= 1000) return BIG_CITY;
        return people >= 150 ? CITY : TOWN;
    }

    private void putAll(String file, int kind) {
        for (String line : WordList.lines(Places.class, file)) {
            String[] parts = line.split(";", -1);
            if (parts.length > 2) for (String name : parts[2].split(",")) put(name, PEOPLE);
            for (String name : parts[1].split(",")) put(name, kind);
        }
    }

    private void put(String name, int kind) {
        Tokens tokens = Tokenizer.tokenize(name);
        if (tokens.size() == 0 || tokens.size() > LONGEST) return;
        long h = 0;
        for (int i = 0; i < tokens.size(); i++) h = Hash.mix(h * 31 + Hash.lower(tokens.word(i)));
        int known = kinds.get(h);
        if (known == 0 || kind < known) kinds.put(h, kind);
    }

    /** A code a token: 0 outside, else what kind of place it is part of, and where in the name it stands. */
    static byte[] codes(Words words) {
        byte[] codes = new byte[words.tokens.size()];
        for (int s = 0; s < words.tokens.sentenceCount(); s++) {
            int i = words.tokens.sentenceBegin(s);
            int end = words.tokens.sentenceEnd(s);
            while (i < end) i = words.hasCapital(i) ? ALL.mark(words, i, end, codes) : i + 1;
        }
        return codes;
    }

    private int mark(Words words, int first, int end, byte[] codes) {
        long h = 0;
        int last = -1;
        int kind = 0;
        for (int i = first; i < Math.min(end, first + LONGEST); i++) {
            h = Hash.mix(h * 31 + words.lower[i]);
            int known = kinds.get(h);
            if (known == 0) continue;
            last = i;
            kind = known;
        }
        for (int i = first; i <= last; i++) {
            codes[i] = (byte) (kind * PLACES + place(i, first, last));
        }
        return Math.max(first, last) + 1;
    }

    private static int place(int i, int first, int last) {
        if (first == last) return 3;
        if (i == first) return 0;
        return i == last ? 2 : 1;
    }
}
