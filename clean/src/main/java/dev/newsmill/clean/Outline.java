package dev.newsmill.clean;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page read once.
 *
 * @param regions its blocks
 * @param lines its lines of text, which stand in them
 * @param sightings elements that say something about it
 * @param shapes how many numbers the shapes of regions have
 */
record Outline(Document document, List<Region> regions, List<Line> lines, Sightings sightings, int shapes) {

    private static final long ELSEWHERE = Mark.all(Mark.RELATED, Mark.COMMENT);

    /**
     * Whether what was seen there belongs to something else than the article: a comment, a teaser. What holds the headline,
     * too, is no such thing, whatever its name.
     */
    boolean elsewhere(Sighting sighting, int headline) {
        if (sighting.line() >= lines.size()) return false;
        Line line = lines.get(sighting.line());
        long shared = headline < lines.size() ? lines.get(headline).marks : 0;
        return (line.marks & ~shared & ELSEWHERE) != 0 || line.embedded();
    }

    /** The element that {@code line} stands in. */
    Element element(Line line) {
        return line.region.element;
    }
}
