package dev.newsmill.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the page that holds the article, with what the rules need to know. One per page; not thread-safe. */
final class Main {
    final Outline outline;
    final Region region;
    final Facts facts;
    /** The line that opens the article's own part: the headline if it stands in the page. */
    final int top;

    final String headlineKey;
    final String descriptionKey;
    final String titleKey;

    @Nullable
    Line standfirst;

    /** Whether the learned judge decides, line by line and anywhere in the page. */
    final boolean judged;

    Main(Outline outline, Region region, Facts facts, boolean judged) {
        this.judged = judged;
        this.outline = outline;
        this.region = region;
        this.facts = facts;
        this.headlineKey = Key.of(facts.headline);
        this.descriptionKey = Key.of(facts.description);
        this.titleKey = outline.sightings().titles.isEmpty()
                ? ""
                : Key.of(outline.sightings().titles.get(0).text());
        this.top = top();
    }

    /** The lines of the region, kept or not. */
    List<Line> lines() {
        return judged ? outline.lines() : outline.lines().subList(region.firstLine, region.endLine);
    }

    /** Whether the line stands before the headline or after the region. */
    boolean outside(Line line) {
        return line.index < top || line.index >= region.endLine;
    }

    private int top() {
        int top = region.firstLine;
        if (headlineKey.isEmpty()) return top;
        for (int i = Math.min(region.endLine, outline.lines().size()) - 1; i >= 0; i--) {
            Line line = outline.lines().get(i);
            boolean headline = line.region.tag.heading() == 1
                    || (line.chars() < 400 && line.says(headlineKey) && !line.has(Mark.NAV));
            if (headline && i <= region.firstLine + 15 && line.chars() < 400) return Math.min(top, i);
        }
        return top;
    }
}
