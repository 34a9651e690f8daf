package dev.newsmill.app.command;

import dev.newsmill.message.Article;
import dev.newsmill.message.Author;
import dev.newsmill.message.Block;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Entity;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Timex;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Articles for tests. */
final class Articles {
    private Articles() {}

    /** With a standfirst, a heading, a list; names and a date. */
    static EnrichedArticle ferry() {
        return ferry("Lisbon brings back its ferry");
    }

    static EnrichedArticle ferry(String headline) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        add(blocks, text, Block.Kind.standfirst, "After three years the boats go again.");
        add(blocks, text, Block.Kind.paragraph, "The mayor of Lisbon, Helena Duarte, promised it on Thursday.");
        add(blocks, text, Block.Kind.heading, "What changes");
        add(blocks, text, Block.Kind.list, "fares stay\nboats go every ten minutes");
        String whole = text.toString();
        List<EntityMention> mentions =
                List.of(mention(whole, "Lisbon", "GPE", "e1"), mention(whole, "Helena Duarte", "PER", "e2"));
        int day = whole.indexOf("Thursday");
        List<Timex> dates =
                List.of(new Timex("DATE", day, day + 8, "Thursday", "2024-02-22", null, "2024-02-23", null, null));
        List<Entity> entities = List.of(
                new Entity("e1", "Lisbon", "GPE", 0.5, List.of(), List.of(new Entity.Link("iso3166", "PT", 1))),
                new Entity("e2", "Helena Duarte", "PER", 0.5, List.of(), List.of()));
        return new EnrichedArticle(
                article(headline, whole, blocks),
                mentions,
                entities,
                dates,
                List.of(),
                null,
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static Article article(String headline, String text, List<Block> blocks) {
        return new Article(
                PageId.of(Receipts.URL),
                Receipts.URL,
                null,
                "article",
                headline,
                "After three years the boats go again.",
                List.of(new Author("Ada Osei", null)),
                null,
                List.of(),
                null,
                "2024-02-23T09:30",
                null,
                null,
                List.of(),
                "en",
                null,
                List.of(),
                null,
                blocks,
                text,
                new TreeMap<>(),
                List.of(),
                null);
    }

    private static void add(List<Block> blocks, StringBuilder text, Block.Kind kind, String words) {
        if (!text.isEmpty()) text.append("\n\n");
        int begin = text.length();
        text.append(words);
        Integer level = kind == Block.Kind.heading ? 2 : null;
        blocks.add(new Block(kind, level, words, begin, text.length(), List.of()));
    }

    private static EntityMention mention(String text, String name, String type, String entity) {
        int begin = text.indexOf(name);
        return new EntityMention(type, begin, begin + name.length(), name, entity, "test");
    }
}
