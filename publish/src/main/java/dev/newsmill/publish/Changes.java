package dev.newsmill.publish;

import dev.newsmill.message.Article;
import dev.newsmill.message.Block;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Entity;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Image;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Quote;
import dev.newsmill.message.Span;
import dev.newsmill.message.Timex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which fields of an article differ in a way that its readers should get.
 *
 * <p>What counts is what the article says and what was found in it. What does not count:
 *
 * <ul>
 *   <li>{@code evidence}, {@code removed}, {@code annotators} and the rules that found names: they say how a value came
 *       about. They change when a page's advertisements or a stage's rules do, and the article stays the same.
 *   <li>{@code fingerprint} and {@code signature}: they follow from the text.
 *   <li>{@code url} and {@code canonicalUrl}: one article is fetched under many addresses; its id stays.
 *   <li>The query of an image's URL (sizes, signatures that run out), tracking parameters and fragments of links, the
 *       order of tags: they change from one fetch to the next.
 *   <li>The ids of entities: they are numbers.
 * </ul>
 *
 * <p>Where the text differs, offsets do too; a name, date or quote that only moved is not reported beside it.
 */
final class Changes {
    /** In the order in which people look at an article. */
    private static final List<Field> FIELDS = List.of(
            ofArticle("pageType", Article::pageType),
            ofArticle("headline", Article::headline),
            ofArticle("standfirst", Article::standfirst),
            ofArticle("authors", Article::authors),
            ofArticle("byline", Article::byline),
            ofArticle("credits", Article::credits),
            ofArticle("dateline", Article::dateline),
            ofArticle("datePublished", Article::datePublished),
            ofArticle("dateModified", Article::dateModified),
            ofArticle("section", Article::section),
            ofArticle("tags", article -> Set.copyOf(article.tags())),
            ofArticle("language", Article::language),
            ofArticle("siteName", Article::siteName),
            ofArticle("images", Changes::images),
            ofArticle("accessibleForFree", Article::accessibleForFree),
            ofArticle("text", Article::text),
            new Field("blocks", Changes::blocks),
            new Field("mentions", Changes::mentions),
            new Field("entities", Changes::entities),
            new Field("timexes", Changes::timexes),
            new Field("quotes", Changes::quotes),
            new Field("annotations", (article, moved) -> article.annotations()));

    private Changes() {}

    /** Names of the fields that differ, empty where nothing does that counts. */
    static List<String> between(EnrichedArticle before, EnrichedArticle after) {
        return of(before, after).stream().map(Change::field).toList();
    }

    /** The fields that differ, with what is compared of them. */
    static List<Change> of(EnrichedArticle before, EnrichedArticle after) {
        boolean moved = !before.article().text().equals(after.article().text());
        return FIELDS.stream()
                .map(field -> new Change(field.name, field.value.of(before, moved), field.value.of(after, moved)))
                .filter(change -> !Objects.equals(change.before, change.after))
                .toList();
    }

    /** A field that differs, and its value before and after: a text, a number, a word, or a collection of records. */
    record Change(
            String field, @Nullable Object before, @Nullable Object after) {}

    private static List<Image> images(Article article) {
        return article.images().stream()
                .map(i -> new Image(withoutQuery(i.url()), i.caption(), i.credit(), i.alt()))
                .toList();
    }

    private static @Nullable String withoutQuery(@Nullable String url) {
        return url == null ? null : url.split("[?#]", 2)[0];
    }

    /** Kinds, levels and markup; where the text differs, that says it all. */
    private static List<Block> blocks(EnrichedArticle enriched, boolean moved) {
        if (moved) return List.of();
        return enriched.article().blocks().stream()
                .map(b -> new Block(b.kind(), b.level(), b.text(), b.begin(), b.end(), spans(b)))
                .toList();
    }

    private static List<Span> spans(Block block) {
        return block.spans().stream()
                .map(s -> new Span(s.kind(), s.begin(), s.end(), s.href() == null ? null : PageId.normalise(s.href())))
                .toList();
    }

    private static List<EntityMention> mentions(EnrichedArticle article, boolean moved) {
        Map<String, String> names = firstMentions(article);
        return article.mentions().stream()
                .map(m -> new EntityMention(
                        m.type(),
                        begin(m.begin(), moved),
                        end(m.end(), moved),
                        m.text(),
                        name(m.entity(), names),
                        null))
                .toList();
    }

    /**
     * What stands for an entity's id: the text of its first mention. Entities are numbered through: one more at the
     * beginning gives all others another id, and means nothing.
     */
    private static Map<String, String> firstMentions(EnrichedArticle article) {
        Map<String, String> first = new HashMap<>();
        for (EntityMention mention : article.mentions()) {
            if (mention.entity() != null) first.putIfAbsent(mention.entity(), mention.text());
        }
        return first;
    }

    private static List<Entity> entities(EnrichedArticle article, boolean moved) {
        return article.entities().stream()
                .map(e -> new Entity(e.name(), e.name(), e.type(), e.salience(), e.roles(), e.links()))
                .toList();
    }

    private static @Nullable String name(@Nullable String entity, Map<String, String> names) {
        return entity == null ? null : names.getOrDefault(entity, entity);
    }

    private static List<Timex> timexes(EnrichedArticle article, boolean moved) {
        return article.timexes().stream()
                .map(t -> new Timex(
                        t.type(),
                        begin(t.begin(), moved),
                        end(t.end(), moved),
                        t.text(),
                        t.value(),
                        t.mod(),
                        t.anchor(),
                        t.from(),
                        t.to()))
                .toList();
    }

    private static List<Quote> quotes(EnrichedArticle article, boolean moved) {
        Map<String, String> names = firstMentions(article);
        return article.quotes().stream()
                .map(q -> new Quote(
                        begin(q.begin(), moved),
                        end(q.end(), moved),
                        q.text(),
                        q.direct(),
                        q.speaker(),
                        name(q.entity(), names),
                        q.cue()))
                .toList();
    }

    private static int begin(int offset, boolean moved) {
        return moved ? 0 : offset;
    }

    private static int end(int offset, boolean moved) {
        return moved ? 1 : offset;
    }

    private static Field ofArticle(String name, ArticleValue value) {
        return new Field(name, (enriched, moved) -> value.of(enriched.article()));
    }

    private record Field(String name, Value value) {}

    @FunctionalInterface
    private interface Value {
        /** What of the article is compared; without offsets where they have {@code moved}. */
        @Nullable
        Object of(EnrichedArticle article, boolean moved);
    }

    @FunctionalInterface
    private interface ArticleValue {
        @Nullable
        Object of(Article article);
    }
}
