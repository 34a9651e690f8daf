package dev.newsmill.app.command;

import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Table;
import dev.newsmill.app.console.Wrap;
import dev.newsmill.app.console.Wrap.Piece;
import dev.newsmill.message.Article;
import dev.newsmill.message.Author;
import dev.newsmill.message.Block;
import dev.newsmill.message.Edit;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Entity;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Timex;
import dev.newsmill.publish.Revision;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An article to read: headline, who and when, the text at the width of the terminal, then what was found in it. */
final class ArticleScreen {
    private static final int USUAL_WIDTH = 80;
    private static final int WIDEST = 100;
    private static final int SHOWN = 25;

    private final Console console;
    private final int width;

    ArticleScreen(Console console) {
        this.console = console;
        this.width = console.columns() == 0 ? USUAL_WIDTH : Math.min(WIDEST, console.columns());
    }

    /** The article alone. */
    void printText(Article article) {
        head(article);
        body(article, List.of());
    }

    /** With its names and dates, typed, where they stand. */
    void printMarked(EnrichedArticle enriched) {
        head(enriched.article());
        body(enriched.article(), Marks.of(enriched));
        printFindings(enriched);
    }

    /** As it was published. */
    void print(EnrichedArticle enriched, Revision revision) {
        printText(enriched.article());
        printFindings(enriched);
        console.print("");
        console.print(console.dim(Console.clean(enriched.article().url())));
        console.print(console.dim(revision.articleId() + "  revision " + revision.number() + " ("
                + revision.change().name().toLowerCase(Locale.ROOT)
                + changes(revision) + ")  "
                + Measures.minute(revision.publishedAt(), ZoneId.systemDefault())));
    }

    /** Names of fields, then kinds of edit; nothing for a new article. */
    static String changes(Revision revision) {
        String edits = revision.edits().stream().map(Edit::name).collect(Collectors.joining(", "));
        return (revision.changed().isEmpty() ? "" : ": " + String.join(", ", revision.changed()))
                + (edits.isEmpty() ? "" : "; edits: " + edits);
    }

    private void head(Article article) {
        if (article.headline() != null) styled(article.headline(), console::bold);
        String who = byline(article);
        if (!who.isEmpty()) styled(who, console::dim);
    }

    private void body(Article article, List<Marks.Mark> marks) {
        List<Block> blocks = article.blocks();
        if (blocks.isEmpty() && !article.text().isEmpty()) {
            int end = article.text().length();
            blocks = List.of(new Block(Block.Kind.paragraph, null, article.text(), 0, end, List.of()));
        }
        for (Block block : blocks) {
            console.print("");
            lines(block, marks).forEach(console::print);
        }
    }

    private List<String> lines(Block block, List<Marks.Mark> marks) {
        return switch (block.kind()) {
            case standfirst, heading -> wrapped(block, marks, console::bold, "", "");
            case paragraph -> wrapped(block, marks, UnaryOperator.identity(), "", "");
            case list -> wrapped(block, marks, UnaryOperator.identity(), "• ", "  ");
            case quote, embed -> wrapped(block, marks, UnaryOperator.identity(), "│ ", "│ ");
            case table, code ->
                block.text()
                        .lines()
                        .map(line -> console.fit("  " + Console.clean(line.replace("\t", "  "))))
                        .toList();
        };
    }

    private List<String> wrapped(
            Block block, List<Marks.Mark> marks, UnaryOperator<String> style, String first, String rest) {
        return Wrap.lines(pieces(block, marks, style), width, first, rest);
    }

    private List<Piece> pieces(Block block, List<Marks.Mark> marks, UnaryOperator<String> style) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Marks.Mark mark : marks) {
            int begin = mark.begin() - block.begin();
            int end = mark.end() - block.begin();
            if (begin < at || end > block.text().length()) continue;
            pieces.add(new Piece(block.text().substring(at, begin), style));
            mark(mark, block.text().substring(begin, end), pieces);
            at = end;
        }
        pieces.add(new Piece(block.text().substring(at), style));
        return pieces;
    }

    /** In colour on a terminal; else in brackets. */
    private void mark(Marks.Mark mark, String text, List<Piece> pieces) {
        UnaryOperator<String> style = mark.isDate() ? console::yellow : console::cyan;
        boolean colored = !console.dim("x").equals("x");
        pieces.add(new Piece(colored ? text : "[" + text, style));
        pieces.add(Piece.plain(" "));
        pieces.add(new Piece(colored ? mark.label() : mark.label() + "]", console::dim));
    }

    private void printFindings(EnrichedArticle enriched) {
        if (!enriched.entities().isEmpty() || !enriched.mentions().isEmpty()) {
            console.print("");
            names(enriched).print(console);
        }
        if (!enriched.timexes().isEmpty()) {
            console.print("");
            Table dates = new Table("DATE", "VALUE", "TYPE").flexible(0);
            for (Timex timex : first(enriched.timexes())) dates.row(timex.text(), timex.value(), timex.type());
            dates.print(console);
            more(enriched.timexes());
        }
    }

    private Table names(EnrichedArticle enriched) {
        Table names = new Table("NAME", "TYPE", "TIMES", "LINKS").flexible(0);
        if (enriched.entities().isEmpty()) {
            enriched.mentions().stream()
                    .collect(Collectors.groupingBy(
                            m -> m.text() + "\u0000" + m.type(), java.util.LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .limit(SHOWN)
                    .forEach(same -> names.row(same.get(0).text(), same.get(0).type(), same.size(), ""));
            return names;
        }
        for (Entity entity : first(enriched.entities())) {
            long times = enriched.mentions().stream()
                    .map(EntityMention::entity)
                    .filter(entity.id()::equals)
                    .count();
            String links =
                    entity.links().stream().map(l -> l.scheme() + ":" + l.id()).collect(Collectors.joining(" "));
            names.row(entity.name(), entity.type(), times, links);
        }
        return names;
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    private void more(List<?> all) {
        if (all.size() > SHOWN) console.print(console.dim("… and " + (all.size() - SHOWN) + " more: --format json"));
    }

    private void styled(String text, UnaryOperator<String> style) {
        Wrap.lines(List.of(new Piece(text, style)), width, "", "").forEach(console::print);
    }

    static String byline(Article article) {
        List<String> parts = new ArrayList<>();
        String authors = article.authors().stream().map(Author::name).distinct().collect(Collectors.joining(", "));
        add(parts, authors.isEmpty() ? article.byline() : authors);
        add(
                parts,
                article.datePublished() == null ? null : article.datePublished().replace('T', ' '));
        add(parts, article.siteName() == null ? Sites.host(article.url()) : article.siteName());
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null && !part.isBlank()) parts.add(part.strip());
    }
}
