package dev.newsmill.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the region that holds the article: the one where the lines that look like text outweigh those that do not by
 * the most, and of equal ones the smallest.
 */
final class MainFinder {
    private static final long AGAINST = Mark.all(
            Mark.NAV,
            Mark.FOOT,
            Mark.COMMENT,
            Mark.RELATED,
            Mark.SHARE,
            Mark.NEWSLETTER,
            Mark.AD,
            Mark.CONSENT,
            Mark.HIDDEN,
            Mark.SIDE,
            Mark.TAGS,
            Mark.BIO);
    private static final int ENOUGH_WORDS = 80;

    private MainFinder() {}

    static @Nullable Region find(Outline outline) {
        List<Line> lines = outline.lines();
        float[] sums = new float[lines.size() + 1];
        for (Line line : lines) {
            line.weight = weight(line);
            sums[line.index + 1] = sums[line.index] + line.weight;
        }
        Region best = null;
        float most = 0;
        for (Region region : outline.regions()) {
            float sum = sums[region.endLine] - sums[region.firstLine];
            if (sum > 0 && (best == null || sum >= most)) {
                best = region;
                most = sum;
            }
        }
        return best == null ? null : container(best);
    }

    /** A paragraph is no container: the region around it is. */
    static Region container(Region region) {
        Region at = region;
        while (at.parent != null
                && (at.tag == Tag.P
                        || at.tag.heading() > 0
                        || at.tag == Tag.BLOCKQUOTE
                        || at.tag.item()
                        || at.tag == Tag.UL
                        || at.tag == Tag.OL)) at = at.parent;
        return at;
    }

    private static float weight(Line line) {
        boolean against = (line.marks & AGAINST) != 0
                || line.region.in(Tag.NAV)
                || line.region.in(Tag.FOOTER)
                || line.region.in(Tag.ASIDE);
        float density = line.linkDensity();
        if (line.isHeading()) return against || density > 0.8f ? -3 : 1;
        if (line.prose())
            return against
                    ? -3
                    : line.has(Mark.CAPTION) || line.region.in(Tag.FIGURE)
                            ? 0
                            : Math.min(line.words, ENOUGH_WORDS) * (1 - density);
        if (density > 0.5f) return -Math.min(15, 3 + line.words * 0.5f);
        return -1;
    }
}
