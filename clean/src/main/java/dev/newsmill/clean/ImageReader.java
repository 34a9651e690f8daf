package dev.newsmill.clean;

import dev.newsmill.message.Image;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the article's images, with what stands under them. */
final class ImageReader {
    private static final int MOST = 40;
    private static final int SMALLEST = 100;
    private static final String[] SOURCES = {
        "src", "data-src", "data-original", "data-lazy-src", "data-srcset", "srcset"
    };
    private static final long NOT_OURS = Mark.all(
            Mark.NAV,
            Mark.FOOT,
            Mark.RELATED,
            Mark.SHARE,
            Mark.COMMENT,
            Mark.AD,
            Mark.BIO,
            Mark.SIDE,
            Mark.TEASER,
            Mark.CONSENT);

    private ImageReader() {}

    static List<Image> read(Main main) {
        Map<String, Image> images = new LinkedHashMap<>();
        if (main.facts.leadImage != null)
            images.put(name(main.facts.leadImage), new Image(main.facts.leadImage, null, null, null));
        for (Sighting sighting : main.outline.sightings().images) {
            if (images.size() >= MOST) break;
            if (sighting.line() < main.top || sighting.line() > main.region.endLine) continue;
            Image image = image(sighting, main);
            if (image == null || image.url() == null) continue;
            Image known = images.get(name(image.url()));
            images.put(
                    name(image.url()),
                    known == null
                            ? image
                            : new Image(
                                    known.url(),
                                    first(known.caption(), image.caption()),
                                    first(known.credit(), image.credit()),
                                    first(known.alt(), image.alt())));
        }
        return new ArrayList<>(images.values());
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a != null ? a : b;
    }

    private static @Nullable Image image(Sighting sighting, Main main) {
        Element element = sighting.element();
        if (small(element)) return null;
        Element figure = around(element, "figure");
        Line caption = figure == null ? null : caption(figure, sighting.line(), main);
        if (caption == null && (figure == null || (figureMarks(sighting, main) & NOT_OURS) != 0)) return null;
        String url = url(element, main.outline.document().baseUri());
        if (url == null) return null;
        String alt = Whitespace.fold(element.attr("alt"));
        Caption parts = caption == null ? new Caption(null, null) : Caption.of(caption.text);
        return new Image(url, parts.text(), parts.credit(), alt.isEmpty() ? null : Found.cut(alt));
    }

    private static long figureMarks(Sighting sighting, Main main) {
        List<Line> lines = main.outline.lines();
        return sighting.line() < lines.size() ? lines.get(sighting.line()).marks : 0;
    }

    /** The line in the same figure that follows the image. */
    private static @Nullable Line caption(Element figure, int from, Main main) {
        List<Line> lines = main.outline.lines();
        for (int i = from; i < Math.min(from + 3, lines.size()); i++) {
            for (Region at = lines.get(i).region; at != null; at = at.parent)
                if (at.element == figure) return lines.get(i);
        }
        return null;
    }

    private static @Nullable Element around(Element element, String name) {
        Element at = element.parent();
        for (int up = 0; up < 6 && at != null; up++, at = at.parent())
            if (at.normalName().equals(name)) return at;
        return null;
    }

    private static boolean small(Element element) {
        return below(element.attr("width")) || below(element.attr("height"));
    }

    private static boolean below(String size) {
        return !size.isEmpty()
                && size.length() < 4
                && size.chars().allMatch(Character::isDigit)
                && Integer.parseInt(size) < SMALLEST;
    }

    private static @Nullable String url(Element element, String base) {
        for (String attribute : SOURCES) {
            String value = element.attr(attribute).strip();
            if (value.isEmpty() || value.startsWith("data:")) continue;
            int space = attribute.endsWith("srcset") ? value.indexOf(' ') : -1;
            String url = Url.absolute(base, space < 0 ? value : value.substring(0, space));
            if (Url.web(url)) return url;
        }
        return null;
    }

    /** The same picture in another size has the same file name. */
    private static String name(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
