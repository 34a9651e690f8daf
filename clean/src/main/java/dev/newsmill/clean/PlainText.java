package dev.newsmill.clean;

import dev.newsmill.clean.TextLine.Role;
import dev.newsmill.message.Article;
import dev.newsmill.message.Author;
import dev.newsmill.message.Block;
import dev.newsmill.message.Credit;
import dev.newsmill.message.Image;
import dev.newsmill.message.Page;
import dev.newsmill.message.Removed;
import dev.newsmill.stage.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an article of a page that came as plain text, by what each line is for. Thread-safe. */
final class PlainText {
    private final DateText dates;
    private final PersonNames names;
    private final TextRoles roles;
    private final CleanOptions options;

    PlainText(PhraseBook phrases, DateText dates, PersonNames names, CleanOptions options) {
        this.dates = dates;
        this.names = names;
        this.roles = new TextRoles(phrases, dates, names);
        this.options = options;
    }

    Outcome<Article> clean(Page page, Decoded decoded) {
        return explain(page, decoded).outcome();
    }

    Explanation explain(Page page, Decoded decoded) {
        List<TextLine> lines = TextLines.of(decoded.text());
        roles.assign(lines);
        Facts facts = facts(lines);
        return new Explanation(article(page, lines, facts), facts.evidence, Parts.of(lines));
    }

    private Outcome<Article> article(Page page, List<TextLine> lines, Facts facts) {
        BlockWriter writer = new BlockWriter(page.finalUrl());
        write(lines, writer);
        List<Block> blocks = writer.blocks();
        String text = writer.text();
        if (text.length() < options.minChars())
            return Cleaner.drop(DropReason.TOO_SHORT, text.length() + " of " + options.minChars() + " characters");
        LanguageReader.read(facts, text);
        Set<Credit> credits = new LinkedHashSet<>(credits(lines));
        lines.stream()
                .filter(line -> line.role == Role.BODY)
                .findFirst()
                .ifPresent(line -> new CreditReader(names).dateline(line.text, line.path(), facts, credits));
        return Outcome.emit(new ArticleMaker(page, facts)
                .make(
                        first(lines, Role.STANDFIRST),
                        blocks,
                        text,
                        images(lines),
                        List.copyOf(credits),
                        removed(lines)));
    }

    private Facts facts(List<TextLine> lines) {
        Facts facts = new Facts();
        facts.headline = facts.take("headline", found(lines, Role.HEADLINE));
        facts.byline = facts.take("byline", found(lines, Role.BYLINE));
        if (facts.byline != null)
            names.of(facts.byline, null, true).forEach(name -> facts.authors.add(new Author(name, null)));
        List<Found> published = new ArrayList<>();
        for (Found f : found(lines, Role.DATE)) {
            String date = dates.parse(f.value(), false);
            if (date != null) published.add(new Found(f.source(), f.path(), date));
        }
        facts.datePublished = facts.take("datePublished", published);
        return facts;
    }

    private static List<Found> found(List<TextLine> lines, Role role) {
        return lines.stream()
                .filter(line -> line.role == role)
                .map(line -> new Found(role.name().toLowerCase(Locale.ROOT) + " line", line.path(), line.text))
                .toList();
    }

    private static @Nullable String first(List<TextLine> lines, Role role) {
        return lines.stream()
                .filter(line -> line.role == role)
                .map(line -> line.text)
                .findFirst()
                .orElse(null);
    }

    private static void write(List<TextLine> lines, BlockWriter writer) {
        Object list = null;
        for (TextLine line : lines) {
            if (line.role != Role.ITEM) list = null;
            switch (line.role) {
                case STANDFIRST -> writer.add(Block.Kind.standfirst, null, null, null, line.text, List.of());
                case BODY -> writer.add(Block.Kind.paragraph, null, null, null, line.text, List.of());
                case SUBHEAD -> writer.add(Block.Kind.heading, 2, null, null, line.text, List.of());
                case ITEM -> {
                    if (list == null) list = new Object();
                    writer.add(Block.Kind.list, 1, list, null, TextRoles.withoutBullet(line.text), List.of());
                }
                default -> {}
            }
        }
    }

    private static List<Image> images(List<TextLine> lines) {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).role != Role.CAPTION) continue;
            Caption caption = Caption.of(lines.get(i).text);
            String alt = i > 0 && lines.get(i - 1).role == Role.IMAGE_ALT ? lines.get(i - 1).text : null;
            images.add(new Image(null, caption.text(), caption.credit(), alt));
        }
        return images;
    }

    private List<Credit> credits(List<TextLine> lines) {
        return lines.stream()
                .filter(line -> line.role == Role.CREDITS)
                .flatMap(line -> CreditLine.read(line.text, names).stream())
                .distinct()
                .toList();
    }

    private List<Removed> removed(List<TextLine> lines) {
        return lines.stream()
                .filter(line -> switch (line.role) {
                    case STANDFIRST, BODY, SUBHEAD, ITEM, HEADLINE, UNKNOWN -> false;
                    default -> true;
                })
                .limit(options.maxRemoved())
                .map(line -> new Removed(
                        line.path(),
                        line.role.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        line.cue == null ? null : Found.cut(line.cue),
                        line.text.length()))
                .toList();
    }
}
