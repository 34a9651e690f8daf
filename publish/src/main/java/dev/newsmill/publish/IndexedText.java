package dev.newsmill.publish;

import dev.newsmill.message.Article;
import dev.newsmill.message.Author;
import java.util.List;
import java.util.stream.Collectors;

/** The words that an article is found by. */
record IndexedText(List<String> headline, List<String> authors, List<String> text) {
    /** Far above any article; keeps a hostile page within what the databases can index. */
    private static final int MOST_WORDS = 20_000;

    static IndexedText of(Article article) {
        String authors = article.authors().stream().map(Author::name).collect(Collectors.joining("\n"));
        String headline = article.headline() == null ? "" : article.headline();
        return new IndexedText(
                Words.of(headline, MOST_WORDS), Words.of(authors, MOST_WORDS), Words.of(article.text(), MOST_WORDS));
    }
}
