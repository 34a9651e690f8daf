package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.Enricher;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NamesAnnotatorTest {
    private static final Enricher ENRICHER = new Enricher(List.of(new NamesAnnotator()));

    @ParameterizedTest
    @CsvFileSource(resources = "names.csv", delimiter = '\t', quoteCharacter = '\0')
    void findsTheNames(String text, String expected) {
        assertThat(names(ENRICHER.enrich(Article.ofText("1", "text:1", text, null))))
                .isEqualTo(expected);
    }

    private static String names(EnrichedArticle article) {
        return String.join(
                ", ",
                article.mentions().stream().map(m -> m.text() + " " + m.type()).toList());
    }
}
