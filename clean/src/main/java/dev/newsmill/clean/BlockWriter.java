package dev.newsmill.clean;

import dev.newsmill.message.Block;
import dev.newsmill.message.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes blocks one after the other into the article's text. One per page; not thread-safe. */
final class BlockWriter {
    private static final String BETWEEN = "\n\n";
    private static final int LONGEST_HREF = 2000;

    private final String base;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private Block.@Nullable Kind kind;
    private @Nullable Object group;
    private @Nullable Object row;
    private @Nullable Integer level;
    private int begin;

    /**
     * Makes a writer.
     *
     * @param base the address that links are relative to
     */
    BlockWriter(String base) {
        this.base = base;
    }

    /**
     * Adds a piece of text.
     *
     * @param in pieces of one kind in the same list, table or quote make one block; null for a block of its own
     * @param inRow cells of the same row stand on one line
     */
    void add(
            Block.Kind next,
            @Nullable Integer nextLevel,
            @Nullable Object in,
            @Nullable Object inRow,
            String piece,
            List<Markup> markup) {
        if (kind == next && in != null && in == group) {
            text.append(next == Block.Kind.table && row == inRow ? '\t' : '\n');
        } else {
            close();
            if (!text.isEmpty()) text.append(BETWEEN);
            begin = text.length();
            kind = next;
            group = in;
            level = nextLevel;
        }
        row = inRow;
        append(piece, markup);
    }

    private void append(String piece, List<Markup> markup) {
        int offset = text.length();
        text.append(piece);
        for (Markup one : markup) {
            int end = Math.min(one.end(), piece.length());
            String href = one.kind() == Span.Kind.link ? href(one) : null;
            if (end <= one.begin() || (one.kind() == Span.Kind.link && href == null)) continue;
            spans.add(new Span(one.kind(), offset + one.begin(), offset + end, href));
        }
    }

    private @Nullable String href(Markup markup) {
        String raw = markup.element().attributes().get("href");
        String href = raw.isEmpty() ? "" : Url.absolute(base, raw);
        return href.isEmpty() || href.length() > LONGEST_HREF || !(Url.web(href) || href.startsWith("mailto:"))
                ? null
                : href;
    }

    private void close() {
        if (kind == null) return;
        spans.sort((a, b) ->
                a.begin() != b.begin() ? Integer.compare(a.begin(), b.begin()) : Integer.compare(b.end(), a.end()));
        blocks.add(new Block(kind, level, text.substring(begin), begin, text.length(), spans));
        spans.clear();
        kind = null;
    }

    List<Block> blocks() {
        close();
        return blocks;
    }

    String text() {
        return text.toString();
    }
}
