package dev.newsmill.clean;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page read once: its lines of text, the regions that they stand in, and the elements that say something about it. */
record Outline(Document document, List<Region> regions, List<Line> lines, Sightings sightings) {

    /** The element that {@code line} stands in. */
    Element element(Line line) {
        return line.region.element;
    }
}
