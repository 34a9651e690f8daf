package dev.newsmill.clean;

import dev.newsmill.message.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Reads a document into an {@link Outline}, in one walk that never recurses. One per page; not thread-safe. */
final class OutlineReader implements NodeFilter {
    /** A wrapper that holds more of the page's prose than this says nothing about what is in it. */
    private static final float WRAPPER = 0.4f;
    /** Comments may be longer than what they are about. */
    private static final float COMMENTS = 0.92f;
    /** More lines than this are not read: no article has as many. */
    private static final int MOST_LINES = 50_000;

    private static final long INLINE_SKIP = Mark.HIDDEN.bit;

    private final ClassWords words;
    private final Map<String, Long> seenNames = new HashMap<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Shapes shapes = new Shapes();
    private final Sightings sightings = new Sightings();
    private final LineBuffer buffer = new LineBuffer();
    private @Nullable Region region;

    private OutlineReader(ClassWords words) {
        this.words = words;
    }

    static Outline read(Document document, ClassWords words) {
        OutlineReader reader = new OutlineReader(words);
        NodeTraversor.filter(reader, document);
        reader.sumUp();
        return new Outline(document, reader.regions, reader.lines, reader.sightings, reader.shapes.count());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (region != null) buffer.text(text.getWholeText(), region.in(Tag.PRE));
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) return FilterResult.CONTINUE;
        Tag tag = Tag.of(element.normalName());
        return switch (tag.flow) {
            case BLOCK -> openBlock(element, tag);
            case INLINE -> openInline(element, tag);
            case BREAK -> lineBreak();
            case SKIP -> skip(element, tag);
        };
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)) return FilterResult.CONTINUE;
        if (region != null && region.element == element) closeBlock(region);
        else buffer.close(element);
        return FilterResult.CONTINUE;
    }

    private FilterResult openBlock(Element element, Tag tag) {
        if (lines.size() >= MOST_LINES) return FilterResult.SKIP_ENTIRELY;
        flush();
        String names = element.attributesSize() == 0 ? "" : element.attributes().get("class");
        long marks = marks(element, names);
        region = new Region(element, tag, names, region, marks, lines.size(), shapes.number(tag, names, region));
        regions.add(region);
        if (tag == Tag.HR) region = region.parent;
        else note(element, tag, marks);
        return FilterResult.CONTINUE;
    }

    private void closeBlock(Region closed) {
        flush();
        closed.endLine = lines.size();
        region = closed.parent;
    }

    private FilterResult openInline(Element element, Tag tag) {
        if (tag == Tag.META) {
            Sightings.add(sightings.metas, element);
            if (element.hasAttr("itemprop")) Sightings.add(sightings.properties, element, lines.size());
            return FilterResult.CONTINUE;
        }
        if (tag == Tag.LINK) {
            Sightings.add(sightings.links, element);
            return FilterResult.CONTINUE;
        }
        if (tag == Tag.IMG) {
            Sightings.add(sightings.images, element, lines.size());
            return FilterResult.CONTINUE;
        }
        long marks = element.attributesSize() == 0
                ? 0
                : marks(element, element.attributes().get("class"));
        note(element, tag, marks);
        if (buffer.started() && (marks & INLINE_SKIP) != 0 && tag != Tag.A) return FilterResult.SKIP_ENTIRELY;
        if (region != null && region.tag == Tag.H1 && Mark.META.in(marks)) return kicker(element);
        if (region != null) buffer.open(element, tag, marks);
        return FilterResult.CONTINUE;
    }

    /** A kicker inside the headline is not part of it: the topic, or the place. */
    private FilterResult kicker(Element element) {
        Element heading = region == null ? element : region.element;
        boolean small = element.text().length() * 2 < heading.text().length();
        return small ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
    }

    private void note(Element element, Tag tag, long marks) {
        if (tag == Tag.TIME) Sightings.add(sightings.times, element, lines.size());
        if (element.attributesSize() == 0) return;
        Attributes attributes = element.attributes();
        if (attributes.hasKey("itemprop")) Sightings.add(sightings.properties, element, lines.size());
        if (tag != Tag.TIME && Mark.DATE.in(marks)) Sightings.add(sightings.dates, element, lines.size());
        if (tag == Tag.A && attributes.get("rel").contains("author"))
            Sightings.add(sightings.authorLinks, element, lines.size());
        else if (Mark.BYLINE.in(marks)) Sightings.add(sightings.bylines, element, lines.size());
    }

    private FilterResult lineBreak() {
        if (buffer.lineBreak()) flush();
        return FilterResult.CONTINUE;
    }

    private FilterResult skip(Element element, Tag tag) {
        if (tag == Tag.TITLE) Sightings.add(sightings.titles, element);
        if (tag == Tag.SCRIPT) script(element);
        if (tag == Tag.VIDEO || element.normalName().equals("iframe")) sightings.players++;
        return FilterResult.SKIP_ENTIRELY;
    }

    private void script(Element element) {
        sightings.scripts++;
        if (element.attr("type").toLowerCase(java.util.Locale.ROOT).contains("ld+json"))
            Sightings.add(sightings.jsonLd, element);
    }

    private void flush() {
        if (region != null && buffer.started()) {
            Line line = buffer.line(lines.size(), region);
            if (line != null) lines.add(line);
        }
        buffer.reset();
    }

    /** The marks of an element whose class attribute is {@code names}. */
    private long marks(Element element, String names) {
        int left = names.isEmpty() ? element.attributesSize() : element.attributesSize() - 1;
        long marks = named(names);
        if (left == 0) return marks;
        Attributes attributes = element.attributes();
        marks |= named(attributes.get("id")) | named(attributes.get("itemprop"));
        return hidden(attributes) ? marks | Mark.HIDDEN.bit : marks;
    }

    private long named(String names) {
        return names.isEmpty() ? 0 : seenNames.computeIfAbsent(names, words::marks);
    }

    private static boolean hidden(Attributes attributes) {
        if (attributes.hasKey("hidden")) return true;
        String style = attributes.get("style");
        return !style.isEmpty() && (style.contains("display:none") || style.contains("display: none"));
    }

    /** Counts from the leaves up, then hands marks down from the root. */
    private void sumUp() {
        for (Line line : lines) {
            line.region.chars += line.chars();
            line.region.linkChars += line.linkChars;
            line.region.lines++;
            if (line.prose()) line.region.prose += line.words;
        }
        for (int i = regions.size() - 1; i >= 0; i--) {
            Region child = regions.get(i);
            Region parent = child.parent;
            if (child.endLine < child.firstLine + child.lines) child.endLine = child.firstLine + child.lines;
            if (parent == null) continue;
            parent.chars += child.chars;
            parent.linkChars += child.linkChars;
            parent.lines += child.lines;
            parent.prose += child.prose;
            if (child.tag == Tag.P) parent.paragraphs++;
        }
        handDown();
    }

    private void handDown() {
        int total = regions.isEmpty() ? 0 : regions.get(0).prose;
        int[] byShape = new int[shapes.count()];
        for (Region r : regions) if (r.ownMarks != 0) byShape[r.shape] += r.prose;
        for (Region r : regions) {
            r.effective = r.ownMarks == 0 ? 0 : effective(r, byShape[r.shape], total);
            r.marks = (r.parent == null ? 0 : r.parent.marks) | r.effective;
        }
        for (Line line : lines) line.marks = line.region.marks | line.ownMarks;
    }

    /** What holds most of the page, alone or with others made in the same way, is not what its names say. */
    private static long effective(Region region, int prose, int total) {
        if (total == 0 || prose <= total * WRAPPER) return region.ownMarks;
        long stay = prose > total * COMMENTS ? Mark.BODY.bit : Mark.BODY.bit | Mark.COMMENT.bit;
        return region.ownMarks & stay;
    }

    static Span.@Nullable Kind span(Tag tag) {
        return switch (tag) {
            case A -> Span.Kind.link;
            case EM, I -> Span.Kind.emphasis;
            case STRONG, B -> Span.Kind.strong;
            case CODE -> Span.Kind.code;
            default -> null;
        };
    }
}
