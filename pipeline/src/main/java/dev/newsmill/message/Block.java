package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One block of the article's text.
 *
 * @param level 1 to 6 for a heading, depth from 1 for a list; null for others
 * @param text what {@code Article.text} holds from {@code begin} to {@code end}; a list has one line an item, a table
 *     one line a row with cells apart by tabs
 * @param spans links and emphasis inside the block, by begin
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Block(Kind kind, @Nullable Integer level, String text, int begin, int end, List<Span> spans) {
    /** What a block is. */
    public enum Kind {
        /** The lead-in under the headline. */
        standfirst,
        heading,
        paragraph,
        list,
        quote,
        table,
        code,
        /** A post of a social network, or another embedded text. */
        embed
    }

    public Block {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Offsets.check(begin, end);
        if (end - begin != text.length()) {
            throw new IllegalArgumentException("block " + begin + ".." + end + " has " + text.length() + " characters");
        }
        spans = Copies.of(spans);
    }
}
