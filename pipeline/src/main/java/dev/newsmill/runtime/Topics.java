package dev.newsmill.runtime;

import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Message;
import dev.newsmill.message.Page;
import dev.newsmill.message.Publication;
import java.util.List;

/**
 * The names of the topics and consumer groups of one mill.
 *
 * @param prefix what all of them start with, {@code newsmill.} by default
 */
public record Topics(String prefix) {
    public static final Topics DEFAULT = new Topics("newsmill.");

    public Topics {
        if (!prefix.matches("[A-Za-z0-9._-]{0,100}")) {
            throw new IllegalArgumentException("topic prefix '" + prefix + "': only letters, digits, '.', '_' and '-'");
        }
    }

    public String pages() {
        return prefix + "pages";
    }

    public String articles() {
        return prefix + "articles";
    }

    public String enriched() {
        return prefix + "enriched";
    }

    public String published() {
        return prefix + "published";
    }

    public String ledger() {
        return prefix + "ledger";
    }

    public String rules() {
        return prefix + "rules";
    }

    /** The replays and what became of them. */
    public String replays() {
        return prefix + "replays";
    }

    /** Where the records go that {@code stage} cannot process. */
    public String deadLetters(String stage) {
        return "dlq." + prefix + stage;
    }

    /** The topic whose values are of this type. */
    public String of(Class<? extends Message> type) {
        if (type == Page.class) return pages();
        if (type == Article.class) return articles();
        if (type == EnrichedArticle.class) return enriched();
        if (type == Publication.class) return published();
        throw new IllegalArgumentException("no topic for " + type.getName());
    }

    /** The consumer group of a stage. */
    public String group(String stage) {
        return prefix + stage;
    }

    /** The consumer group of the workers of a replay. */
    public String replayGroup(String id) {
        return prefix + "replay." + id;
    }

    /** The four topics of the chain, in its order. */
    public List<String> chain() {
        return List.of(pages(), articles(), enriched(), published());
    }
}
