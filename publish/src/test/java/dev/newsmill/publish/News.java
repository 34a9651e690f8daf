package dev.newsmill.publish;

import dev.newsmill.message.Article;
import dev.newsmill.message.Author;
import dev.newsmill.message.Block;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Evidence;
import dev.newsmill.message.Image;
import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Removed;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Articles and where they come from, for tests. */
final class News {
    static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    private News() {}

    static EnrichedArticle article(String url, String headline, String text) {
        return article(url, headline, text, "2024-03-01T10:00:00+01:00", "en");
    }

    static EnrichedArticle article(
            String url, String headline, String text, @Nullable String published, @Nullable String language) {
        Article article = new Article(
                PageId.of(url),
                url,
                url,
                "article",
                headline,
                null,
                List.of(new Author("Ada Osei", null)),
                "By Ada Osei",
                List.of(),
                null,
                published,
                null,
                "World",
                List.of("harbour", "trade"),
                language,
                "The Example",
                List.of(new Image("https://img.example.org/a.jpg?w=800", "Cranes", null, null)),
                true,
                text.isEmpty()
                        ? List.of()
                        : List.of(new Block(Block.Kind.paragraph, null, text, 0, text.length(), List.of())),
                text,
                new TreeMap<>(Map.of("headline", new Evidence("json-ld", "$.headline", headline, List.of()))),
                List.of(new Removed("div.ad", "advertisement", null, 120)),
                null);
        return enriched(article);
    }

    static EnrichedArticle enriched(Article article) {
        List<EntityMention> mentions = article.text().length() < 3
                ? List.of()
                : List.of(new EntityMention("GPE", 0, 3, article.text().substring(0, 3), "e1", "rule-a"));
        return new EnrichedArticle(
                article, mentions, List.of(), List.of(), List.of(), null, new TreeMap<>(), new TreeMap<>());
    }

    /** A live record of the page at {@code pages-0@offset}, fetched that many minutes after noon. */
    static Input<EnrichedArticle> live(long offset, EnrichedArticle article) {
        return input(offset, null, article);
    }

    static Input<EnrichedArticle> input(long offset, @Nullable String replay, EnrichedArticle article) {
        return input(new Origin("pages", 0, offset), NOON.plusSeconds(60 * offset), replay, "1.0", article);
    }

    static Input<EnrichedArticle> input(
            Origin page, Instant fetchedAt, @Nullable String replay, String cleanVersion, EnrichedArticle article) {
        TreeMap<String, String> versions = new TreeMap<>(Map.of("clean", cleanVersion, "enrich", "1.0"));
        Origin record = new Origin("enriched", page.partition(), page.offset());
        return new Input<>(article, new Provenance(page, fetchedAt, record, replay, versions));
    }
}
