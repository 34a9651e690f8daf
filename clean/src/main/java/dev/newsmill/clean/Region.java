package dev.newsmill.clean;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block element and the lines in it: a range, since both are in the order of the page. */
final class Region {
    final Element element;
    final Tag tag;
    /** The class attribute; empty if there is none. */
    final String names;

    final @Nullable Region parent;
    final int depth;
    /** Marks of this element alone. */
    final long ownMarks;

    final int firstLine;
    int endLine;
    /** Marks of this element and those that it is in. */
    long marks;
    /** Tags of this element and those that it is in, one bit each. */
    final long within;

    int chars;
    int linkChars;
    int lines;
    /** Words of the lines that read like sentences. */
    int prose;
    /** Paragraph elements right below. */
    int paragraphs;
    /** What the page's template made the region of: equal for elements of equal name and class in equal parents. */
    final int shape;
    /** Own marks, without those that a wrapper of half the page has. */
    long effective;

    Region(Element element, Tag tag, String names, @Nullable Region parent, long ownMarks, int firstLine, int shape) {
        this.element = element;
        this.tag = tag;
        this.names = names;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.ownMarks = ownMarks;
        this.firstLine = firstLine;
        this.shape = shape;
        this.endLine = firstLine;
        this.within = (parent == null ? 0 : parent.within) | (1L << tag.ordinal());
    }

    boolean in(Tag other) {
        return (within & (1L << other.ordinal())) != 0;
    }

    boolean contains(Line line) {
        return line.index >= firstLine && line.index < endLine;
    }

    float linkDensity() {
        return chars == 0 ? 0 : Math.min(1f, (float) linkChars / chars);
    }

    @Override
    public String toString() {
        return CssPath.of(element);
    }
}
