package dev.newsmill.clean;

import dev.newsmill.message.Block;
import org.jspecify.annotations.Nullable;

/** Tells what kind of block a line of an HTML page belongs to, and with which lines it makes one. */
final class Assembly {
    private Assembly() {}

    /** Adds a line; lines of one list, table or quote make one block. */
    static void add(BlockWriter writer, Line line, boolean standfirst) {
        Block.Kind kind = standfirst ? Block.Kind.standfirst : kind(line);
        writer.add(kind, level(line, kind), group(line, kind), row(line), line.text, line.markup);
    }

    private static Block.Kind kind(Line line) {
        Region region = line.region;
        if (region.tag.heading() > 0) return Block.Kind.heading;
        if (Mark.EMBED.in(region.marks) && region.in(Tag.BLOCKQUOTE)) return Block.Kind.embed;
        if (region.in(Tag.PRE)) return Block.Kind.code;
        if (region.in(Tag.BLOCKQUOTE)) return Block.Kind.quote;
        if (outer(region, Tag.LI, Tag.DD, Tag.DT) != null) return Block.Kind.list;
        if (region.in(Tag.TABLE) && outer(region, Tag.TR, Tag.TR, Tag.TR) != null && !layout(region))
            return Block.Kind.table;
        return Block.Kind.paragraph;
    }

    /** Tables that hold paragraphs lay out a page; they are no data. */
    private static boolean layout(Region region) {
        return region.tag == Tag.P || region.tag == Tag.DIV || region.chars > 600;
    }

    private static @Nullable Region group(Line line, Block.Kind kind) {
        return switch (kind) {
            case list -> outermost(line.region, Tag.UL, Tag.OL, Tag.DL);
            case table -> outer(line.region, Tag.TABLE, Tag.TABLE, Tag.TABLE);
            case quote, embed -> outer(line.region, Tag.BLOCKQUOTE, Tag.BLOCKQUOTE, Tag.BLOCKQUOTE);
            case code -> outer(line.region, Tag.PRE, Tag.PRE, Tag.PRE);
            default -> null;
        };
    }

    private static @Nullable Region row(Line line) {
        return outer(line.region, Tag.TR, Tag.TR, Tag.TR);
    }

    private static @Nullable Integer level(Line line, Block.Kind kind) {
        if (kind == Block.Kind.heading) return line.region.tag.heading();
        return kind == Block.Kind.list ? 1 : null;
    }

    private static @Nullable Region outer(@Nullable Region region, Tag a, Tag b, Tag c) {
        Region at = region;
        while (at != null && at.tag != a && at.tag != b && at.tag != c) at = at.parent;
        return at;
    }

    private static @Nullable Region outermost(Region region, Tag a, Tag b, Tag c) {
        Region found = outer(region, a, b, c);
        Region next = found;
        while (next != null) {
            found = next;
            next = next.parent == null || !next.parent.tag.item() ? null : outer(next.parent, a, b, c);
        }
        return found;
    }
}
