package dev.newsmill.enrich.dates;

import java.util.List;

/**
 * One line of {@code rules.txt}: {@code name: pattern => field=value …}.
 *
 * @param order place in the file; of two readings of the same words the earlier wins
 */
record Rule(String name, int order, String source, Meaning adds) {

    static Rule of(int order, String line) {
        int arrow = line.indexOf(" => ");
        Meaning adds = arrow < 0 ? new Meaning() : fields(line.substring(arrow + 4));
        int colon = line.indexOf(": ");
        if (colon < 0) throw new IllegalArgumentException("no name in rule " + line);
        return new Rule(
                line.substring(0, colon), order, line.substring(colon + 2, arrow < 0 ? line.length() : arrow), adds);
    }

    /** All sequences of steps that the pattern stands for. */
    List<List<Element>> sequences() {
        return new Pattern(source).sequences();
    }

    /** Reads {@code m=1 d=3}. */
    static Meaning fields(String text) {
        Meaning meaning = new Meaning();
        for (String pair : text.strip().split("\\s+")) {
            int equals = pair.indexOf('=');
            if (equals < 0) throw new IllegalArgumentException("no value in " + text);
            Field field = Field.named(pair.substring(0, equals));
            meaning.set(field, field.parse(pair.substring(equals + 1)));
        }
        return meaning;
    }
}
