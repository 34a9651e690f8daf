package dev.newsmill.clean;

import dev.newsmill.message.Span;
import java.util.ArrayList;
import java.util.Arrays;
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

    private char[] text = new char[1024];
    private int length;
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
        return length > 0;
    }

    void text(String raw, boolean verbatim) {
        int i = 0;
        while (i < raw.length() && length < LONGEST) {
            int end = plain(raw, i);
            if (end > i) append(raw, i, end);
            else if (raw.charAt(i) <= ' ' && !verbatim) space = true;
            else other(raw, i, verbatim);
            i = Math.max(end, i + 1);
        }
    }

    /** Where the run of visible ASCII that starts at {@code from} ends. */
    private static int plain(String raw, int from) {
        int end = from;
        while (end < raw.length() && raw.charAt(end) > ' ' && raw.charAt(end) < 0x7F) end++;
        return end;
    }

    private void other(String raw, int i, boolean verbatim) {
        char c = raw.charAt(i);
        if (verbatim && length > 0 && (c == '\n' || c == ' ' || c == '\t')) verbatim(c);
        else if (Glyphs.blank(c)) space |= c != '\u200B' && c != '\uFEFF' && c != '\u2060';
        else if (c != '\u00AD' && visible(c, raw, i)) append(raw, i, i + 1);
    }

    private void verbatim(char c) {
        put(c);
        if (c == '\n') space = false;
    }

    private static boolean visible(char c, String raw, int i) {
        if (!Character.isSurrogate(c)) return c < 0x7F || c > 0x9F;
        return Character.isHighSurrogate(c)
                ? i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(raw.charAt(i - 1));
    }

    private void append(String raw, int begin, int end) {
        if (breaks > 0 && length > 0) put('\n');
        else if (space && length > 0) put(' ');
        space = false;
        breaks = 0;
        int size = end - begin;
        if (length + size > text.length) text = Arrays.copyOf(text, (length + size) * 2);
        raw.getChars(begin, end, text, length);
        length += size;
    }

    private void put(char c) {
        if (length == text.length) text = Arrays.copyOf(text, length * 2);
        text[length++] = c;
    }

    /** True if this break, the second in a row, ends the line. */
    boolean lineBreak() {
        if (length == 0) return false;
        breaks++;
        return breaks > 1;
    }

    void open(Element element, Tag tag, long marks) {
        if (open.size() < DEEPEST) open.add(new Open(element, tag, marks, length));
    }

    void close(Element element) {
        if (open.isEmpty() || open.get(open.size() - 1).element != element) return;
        end(open.remove(open.size() - 1));
    }

    private void end(Open inline) {
        int begin = inline.begin;
        while (begin < length && (text[begin] == ' ' || text[begin] == '\n')) begin++;
        if (begin >= length) return;
        int chars = length - begin;
        if (inline.marks != 0) covered.add(new Covered(inline.marks, chars));
        Span.Kind kind = OutlineReader.span(inline.tag);
        if (kind == null) return;
        markup.add(new Markup(kind, begin, length, inline.element));
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
        int end = length;
        while (end > 0 && Glyphs.blank(text[end - 1])) end--;
        return new String(text, 0, end);
    }

    void reset() {
        length = 0;
        markup.clear();
        covered.clear();
        space = false;
        breaks = 0;
        linkChars = 0;
        boldChars = 0;
        for (Open inline : open) inline.begin = 0;
    }
}
