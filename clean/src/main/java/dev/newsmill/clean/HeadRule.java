package dev.newsmill.clean;

import java.util.List;

/** Removes short lines without the mark of a sentence before the first paragraph: kickers, counts, places. */
record HeadRule() implements TrimRule {
    private static final int MOST_WORDS = 6;
    private static final int PARAGRAPH = 12;

    @Override
    public String name() {
        return "head";
    }

    @Override
    public void apply(Main main) {
        List<Line> lines = main.lines();
        for (Line line : lines) {
            if (!line.kept()) continue;
            if (line.words >= PARAGRAPH || line.isHeading() || line.endsSentence()) return;
            if (line.words <= MOST_WORDS) line.remove(name(), line.words + " words");
        }
    }
}
