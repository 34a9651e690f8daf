package dev.newsmill.clean;

import dev.newsmill.message.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that a page gives to machines in its JSON-LD, for pages that show readers little or none of it before a script has
 * run.
 */
final class ArticleBody {
    private static final int FEWEST = 60;
    private static final int MOST_CHARS = 500_000;
    /** The page must show less than this part of the body before the body is taken instead. */
    private static final double LITTLE = 0.4;

    private ArticleBody() {}

    /** The paragraphs of the body, if the page shows little of it; null if the page's own text will do. */
    static @Nullable List<String> instead(Facts facts, List<Line> kept) {
        String body = facts.articleBody;
        if (body == null || body.length() > MOST_CHARS) return null;
        int words = words(body);
        int shown = kept.stream().mapToInt(line -> line.words).sum();
        if (words < FEWEST || shown >= words * LITTLE) return null;
        return body.lines()
                .map(Whitespace::fold)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Writes the body, and says so in the evidence, with what the page itself shows. */
    static void write(List<String> paragraphs, BlockWriter writer, Facts facts, List<Line> kept) {
        for (String paragraph : paragraphs) writer.add(Block.Kind.paragraph, null, null, null, paragraph, List.of());
        Found body = new Found("json-ld", "$.articleBody", paragraphs.get(0));
        String shown = kept.isEmpty() ? "" : kept.get(0).text;
        facts.take("text", body, List.of(body, new Found("page", null, shown)));
    }

    private static int words(String text) {
        return new TextLine(0, 0, text).words;
    }
}
