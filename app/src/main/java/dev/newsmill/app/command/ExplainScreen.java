package dev.newsmill.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Wrap;
import dev.newsmill.app.console.Wrap.Piece;
import dev.newsmill.clean.Explanation;
import dev.newsmill.clean.Explanation.Part;
import dev.newsmill.message.Article;
import dev.newsmill.message.Evidence;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An explanation for people: what became of the page, its fields, and the page from top to bottom. */
final class ExplainScreen {
    private static final int USUAL_WIDTH = 80;
    private static final int WIDEST = 120;
    private static final int FIELD = 15;
    private static final String INDENT = " ".repeat(FIELD);
    private static final List<String> ORDER = List.of(
            "headline",
            "standfirst",
            "authors",
            "byline",
            "datePublished",
            "dateModified",
            "section",
            "tags",
            "language",
            "siteName",
            "canonicalUrl");

    private final Console console;
    private final int width;

    ExplainScreen(Console console) {
        this.console = console;
        this.width = console.columns() == 0 ? USUAL_WIDTH : Math.min(WIDEST, console.columns());
    }

    /** @param removedOnly leaves out the fields and the parts that were kept */
    void print(Page page, Explanation explanation, boolean removedOnly) {
        outcome(page, explanation);
        if (!removedOnly && !explanation.evidence().isEmpty()) fields(explanation);
        parts(explanation.parts(), removedOnly);
    }

    private void outcome(Page page, Explanation explanation) {
        if (explanation.outcome() instanceof Outcome.Drop<Article> drop) {
            String detail = drop.detail() == null ? "" : ": " + drop.detail();
            wrapped("no article: " + drop.reason() + detail, console::yellow, "", "");
        } else {
            Article article = ((Outcome.Emit<Article>) explanation.outcome()).value();
            if (article.headline() != null) wrapped(article.headline(), console::bold, "", "");
        }
        wrapped(page.url(), console::dim, "", "");
        wrapped(sums(explanation.parts()), console::dim, "", "");
    }

    private static String sums(List<Part> parts) {
        int kept = 0;
        int removed = 0;
        for (Part part : parts) {
            if (part.kept()) kept += part.chars();
            else removed += part.chars();
        }
        return String.format(Locale.ROOT, "%,d characters kept, %,d removed", kept, removed);
    }

    private void fields(Explanation explanation) {
        console.print("");
        console.print(console.bold("FIELDS"));
        JsonNode article = ExplainJson.article(explanation.outcome());
        explanation.evidence().entrySet().stream()
                .sorted(Comparator.comparing(entry -> place(entry.getKey())))
                .forEach(entry -> field(entry.getKey(), entry.getValue(), value(article.get(entry.getKey()))));
    }

    private static int place(String field) {
        int place = ORDER.indexOf(field);
        return place < 0 ? ORDER.size() : place;
    }

    private void field(String name, Evidence evidence, @Nullable String value) {
        String raw = evidence.raw() == null ? "" : evidence.raw();
        wrapped(value == null ? raw : value, UnaryOperator.identity(), Cells.pad(name, FIELD - 1) + " ", INDENT);
        boolean changed = value != null && !value.equals(raw);
        wrapped(from(evidence.source(), evidence.path()) + (changed ? ": " + raw : ""), console::green, INDENT, INDENT);
        for (Evidence.Candidate loser : evidence.losers()) {
            String lost = from(loser.source(), loser.path()) + ": " + (loser.raw() == null ? "" : loser.raw());
            wrapped(lost, console::dim, INDENT + "not ", INDENT + "    ");
        }
    }

    private static String from(String source, @Nullable String path) {
        return path == null || path.equals(source) ? source : path.startsWith(source) ? path : source + " " + path;
    }

    /** Names of authors, words of a list, or the text. */
    private static @Nullable String value(@Nullable JsonNode node) {
        if (node == null) return null;
        if (!node.isArray()) return node.asText();
        List<String> values = new ArrayList<>();
        node.forEach(one -> values.add(one.isObject() ? one.path("name").asText() : one.asText()));
        return String.join(", ", values);
    }

    private void parts(List<Part> parts, boolean removedOnly) {
        if (parts.isEmpty()) return;
        console.print("");
        console.print(console.bold(removedOnly ? "REMOVED" : "PAGE"));
        for (Part part : parts) if (!removedOnly || !part.kept()) part(part);
    }

    private void part(Part part) {
        UnaryOperator<String> style = part.kept() ? console::green : console::yellow;
        String sign = part.kept() ? "+ " : "- ";
        String why = part.rule() + (part.value() == null ? "" : ": " + part.value());
        String chars = String.format(Locale.ROOT, "%,d", part.chars());
        int room = width - 3 - Cells.width(chars);
        String head = Cells.cut(Console.clean(why), room - 2);
        String gap = " ".repeat(Math.max(1, width - 2 - Cells.width(head) - Cells.width(chars)));
        console.print(style.apply(sign + head) + gap + console.dim(chars));
        console.print("  " + console.dim(Cells.cut(Console.clean(part.path()), width - 2)));
        String excerpt = Cells.cut(Console.clean(part.excerpt()), width - 2);
        console.print("  " + (part.kept() ? excerpt : console.dim(excerpt)));
    }

    private void wrapped(String text, UnaryOperator<String> style, String first, String rest) {
        Wrap.lines(List.of(new Piece(text, style)), width, first, rest).forEach(console::print);
    }
}
