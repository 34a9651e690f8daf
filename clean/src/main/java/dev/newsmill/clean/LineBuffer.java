package dev.newsmill.clean;

import dev.newsmill.message.Span;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Collects the text of one line, with white space folded and inline markup noted. Inline elements stay open from one line
 * to the next, as a link around two paragraphs does.
 */
final class LineBuffer {
    private static final int LONGEST = 200_000;
    /** An inline element speaks for its line if it covers this much of it. */
    private static final float COVERS = 0.7f;

    private static final int DEEPEST = 100;

    private final StringBuilder text = new StringBuilder();
    private final List<Open> open = new ArrayList<>();
    private final List<Markup> markup = new ArrayList<>();
    private final List<Covered> covered = new ArrayList<>();
    private boolean space;
    private int breaks;
    private int linkChars;
    private int boldChars;

    private static final class Open {
        final Element element;
        final Tag tag;
        final long marks;
        int begin;

        Open(Element element, Tag tag, long marks, int begin) {
            this.element = element;
            this.tag = tag;
            this.marks = marks;
            this.begin = begin;
        }
    }

    private record Covered(long marks, int chars) {}

    boolean started() {
        return !text.isEmpty();
    }

    void text(String raw, boolean verbatim) {
        for (int i = 0; i < raw.length() && text.length() < LONGEST; i++) {
            char c = raw.charAt(i);
            if (verbatim && c == '\n' && !text.isEmpty()) {
                text.append('\n');
                space = false;
            } else if (verbatim && (c == ' ' || c == '\t') && !text.isEmpty()) {
                text.append(c);
            } else if (Glyphs.blank(c)) {
                space |= c != '\u200B' && c != '\uFEFF' && c != '\u2060';
            } else if (c != '\u00AD' && visible(c, raw, i)) {
                append(c);
            }
        }
    }

    private static boolean visible(char c, String raw, int i) {
        if (!Character.isSurrogate(c)) return c < 0x7F || c > 0x9F;
        return Character.isHighSurrogate(c)
                ? i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(raw.charAt(i - 1));
    }

    private void append(char c) {
        if (breaks > 0 && !text.isEmpty()) text.append('\n');
        else if (space && !text.isEmpty()) text.append(' ');
        space = false;
        breaks = 0;
        text.append(c);
    }

    /** True if this break, the second in a row, ends the line. */
    boolean lineBreak() {
        if (text.isEmpty()) return false;
        breaks++;
        return breaks > 1;
    }

    void open(Element element, Tag tag, long marks) {
        if (open.size() < DEEPEST) open.add(new Open(element, tag, marks, text.length()));
    }

    void close(Element element) {
        if (open.isEmpty() || open.get(open.size() - 1).element != element) return;
        end(open.remove(open.size() - 1));
    }

    private void end(Open inline) {
        int begin = inline.begin;
        while (begin < text.length() && (text.charAt(begin) == ' ' || text.charAt(begin) == '\n')) begin++;
        if (begin >= text.length()) return;
        int chars = text.length() - begin;
        if (inline.marks != 0) covered.add(new Covered(inline.marks, chars));
        Span.Kind kind = OutlineReader.span(inline.tag);
        if (kind == null) return;
        markup.add(new Markup(kind, begin, text.length(), inline.element));
        if (kind == Span.Kind.link) linkChars += chars;
        if (kind == Span.Kind.strong) boldChars += chars;
    }

    /** What was collected; null if there is nothing to read in it. */
    @Nullable
    Line line(int index, Region region) {
        for (int i = open.size() - 1; i >= 0; i--) end(open.get(i));
        String line = trimmedEnd();
        if (line.isEmpty()) return null;
        long marks = 0;
        for (Covered part : covered) if (part.chars >= line.length() * COVERS) marks |= part.marks;
        return new Line(
                index, region, line, markup.isEmpty() ? List.of() : List.copyOf(markup), linkChars, boldChars, marks);
    }

    private String trimmedEnd() {
        int end = text.length();
        while (end > 0 && Glyphs.blank(text.charAt(end - 1))) end--;
        return text.substring(0, end);
    }

    void reset() {
        text.setLength(0);
        markup.clear();
        covered.clear();
        space = false;
        breaks = 0;
        linkChars = 0;
        boldChars = 0;
        for (Open inline : open) inline.begin = 0;
    }
}
