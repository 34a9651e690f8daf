package dev.newsmill.clean;

import java.util.List;

/**
 * Finds the standfirst: a line between the headline and the text that the page names so, or that says what its
 * description says.
 */
final class StandfirstFinder {
    private static final long NEVER = Mark.all(
            Mark.NAV,
            Mark.SHARE,
            Mark.CAPTION,
            Mark.COMMENT,
            Mark.AD,
            Mark.CONSENT,
            Mark.HIDDEN,
            Mark.TAGS,
            Mark.NEWSLETTER,
            Mark.RELATED,
            Mark.BIO);
    private static final float DOUBTED = 0.25f;
    private static final int FEWEST_WORDS = 5;
    private static final int MOST_WORDS = 120;

    private StandfirstFinder() {}

    static void find(Main main) {
        List<Line> lines = main.outline.lines();
        int body = firstBody(main);
        for (int i = main.top; i < Math.min(body, lines.size()); i++) {
            Line line = lines.get(i);
            if ((line.kept() || !main.judged || rescued(line, main)) && isStandfirst(line, main)) {
                main.standfirst = line;
                return;
            }
        }
    }

    /** A line that the judge doubts, but that the page names a standfirst or repeats as its description. */
    private static boolean rescued(Line line, Main main) {
        boolean description =
                line.letters > 20 && (line.says(main.descriptionKey) || main.descriptionKey.startsWith(line.key()));
        return description && line.words > 5 || line.probability > DOUBTED;
    }

    private static int firstBody(Main main) {
        int prose = 0;
        for (Line line : main.lines()) if (line.kept() && line.prose() && ++prose == 2) return line.index;
        return main.region.endLine;
    }

    private static boolean isStandfirst(Line line, Main main) {
        if (line.words < FEWEST_WORDS
                || line.words > MOST_WORDS
                || (line.marks & NEVER) != 0
                || line.linkDensity() > 0.5f) return false;
        if (line.region.in(Tag.H1)
                || line.says(main.headlineKey)
                || line.region.in(Tag.NAV)
                || line.region.in(Tag.FIGURE)) return false;
        if (Mark.STANDFIRST.in(line.marks) && !line.has(Mark.BYLINE)) return true;
        return line.letters > 20
                && main.descriptionKey.length() > 20
                && (line.key()
                        .startsWith(main.descriptionKey.substring(0, Math.min(60, main.descriptionKey.length()))));
    }
}
