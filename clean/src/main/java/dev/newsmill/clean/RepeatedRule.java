package dev.newsmill.clean;

import java.util.HashSet;
import java.util.Set;

/** Removes the second and later copies of a sentence: pull quotes, and what the page shows twice. */
record RepeatedRule() implements TrimRule {
    private static final int FEWEST_WORDS = 6;

    @Override
    public String name() {
        return "repeated";
    }

    @Override
    public void apply(Main main) {
        Set<String> seen = new HashSet<>();
        for (Line line : main.lines()) {
            if (line.kept() && line.words >= FEWEST_WORDS && !seen.add(line.text)) line.remove(name(), null);
        }
    }
}
