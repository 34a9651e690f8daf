package dev.newsmill.message;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of each message, with every field filled. */
final class Examples {
    static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789Z");

    private Examples() {}

    static Article article() {
        String text = "Kyiv waits.";
        Span span = new Span(Span.Kind.link, 0, 4, "https://example.org/kyiv");
        return new Article(
                "a1",
                "https://example.org/a",
                "https://example.org/canonical",
                "article",
                "Waiting in Kyiv",
                "A short report",
                List.of(new Author("Ada Example", "https://example.org/ada")),
                "By Ada Example",
                List.of(new Credit(Credit.Role.agency, "AFP"), new Credit(Credit.Role.desk, "jc/nm")),
                "KYIV (AFP)",
                "2026-02-03",
                "2026-02-03T05:00:00+02:00",
                "World",
                List.of("Ukraine"),
                "en",
                "Example News",
                List.of(new Image("https://example.org/i.jpg", "A street", "Ada/Example", "street")),
                true,
                List.of(new Block(Block.Kind.paragraph, 1, text, 0, 11, List.of(span))),
                text,
                new TreeMap<>(Map.of(
                        "headline",
                        new Evidence(
                                "json-ld",
                                "$.headline",
                                "Waiting",
                                List.of(new Evidence.Candidate("meta", "og:title", "W"))))),
                List.of(new Removed("body > nav", "link-density", "0.83", 120)),
                "f00d");
    }

    static EnrichedArticle enriched() {
        return new EnrichedArticle(
                article(),
                List.of(new EntityMention("GPE", 0, 4, "Kyiv", "e1", "gazetteer")),
                List.of(new Entity(
                        "e1",
                        "Kyiv",
                        "GPE",
                        0.5,
                        List.of("capital"),
                        List.of(new Entity.Link("iso3166", "UA-30", 0.9)))),
                List.of(new Timex(
                        "DATE", 5, 10, "waits", "PRESENT_REF", "APPROX", "2026-02-03", "2026-02-03", "2026-02-04")),
                List.of(new Quote(0, 4, "Kyiv", true, "he", "e1", "said")),
                "s1",
                new TreeMap<>(Map.of("names", "1.0")),
                new TreeMap<>(Map.of("mood", new TextNode("calm"))));
    }

    static Publication publication() {
        return new Publication("a1", 2, Publication.Change.UPDATED, List.of("text"), enriched());
    }

    static Receipt receipt() {
        return new Receipt(
                "a1",
                "p1",
                "https://example.org/a",
                "example.org",
                "clean",
                Receipt.Result.emitted,
                "clean/0@7",
                "reason",
                "detail",
                "newsmill.pages-0@7",
                "newsmill.pages-0@7",
                "r1",
                "1.0",
                TIME,
                12.5,
                3.25,
                1234,
                new TreeMap<>(Map.of("chars", 11L)));
    }
}
