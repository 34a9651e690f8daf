package dev.newsmill.clean;

import java.util.List;

/** Cuts the end off: what follows the last real paragraph, and what a heading such as "About the author" opens. */
record TailRule(PhraseBook phrases) implements TrimRule {
    private static final float EARLIEST = 0.6f;

    @Override
    public String name() {
        return "tail";
    }

    @Override
    public void apply(Main main) {
        List<Line> kept = main.lines().stream().filter(Line::kept).toList();
        int words = kept.stream().mapToInt(line -> line.words).sum();
        int before = 0;
        for (int i = 0; i < kept.size(); i++) {
            Line line = kept.get(i);
            if (before > words * EARLIEST
                    && line.words <= 8
                    && phrases.opening(PhraseBook.Kind.TAIL, line.text) != null) {
                for (Line rest : kept.subList(i, kept.size())) rest.remove(name(), line.text);
                break;
            }
            before += line.words;
        }
    }
}
