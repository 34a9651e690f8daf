package dev.newsmill.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An embedded post is text or not as a whole: where some of it stays, its signature stays too. It is text where text stays
 * right above and right below it.
 */
record EmbedRule() implements TrimRule {
    /** As many lines of a player, a caption or a call may stand between a post and the text around it. */
    private static final int NEAR = 4;

    @Override
    public String name() {
        return "whole-embeds";
    }

    @Override
    public void apply(Main main) {
        List<Line> lines = main.lines();
        for (int i = 0; i < lines.size(); i++) {
            Region post = post(lines.get(i));
            if (post == null) continue;
            int end = i;
            boolean some = false;
            while (end < lines.size() && post.contains(lines.get(end)))
                some |= lines.get(end++).kept();
            if (some || text(lines, i - 1, -1) && text(lines, end, 1))
                for (Line line : lines.subList(i, end)) line.restore();
            i = Math.max(i, end - 1);
        }
    }

    private static boolean text(List<Line> lines, int from, int step) {
        for (int i = from; i >= 0 && i < lines.size() && i != from + step * NEAR; i += step) {
            Line line = lines.get(i);
            if (line.kept() && line.prose() && post(line) == null) return true;
        }
        return false;
    }

    private static @Nullable Region post(Line line) {
        if (!line.has(Mark.EMBED) || !line.region.in(Tag.BLOCKQUOTE)) return null;
        Region at = line.region;
        while (at.tag != Tag.BLOCKQUOTE && at.parent != null) at = at.parent;
        return at;
    }
}
