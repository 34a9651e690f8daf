package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.Enricher;
import dev.newsmill.message.Article;
import dev.newsmill.message.EntityMention;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one part of a text says of another, and what must not matter. */
class ConsistencyTest {
    private static final Enricher ENRICHER = new Enricher(List.of(new NamesAnnotator()));

    @Test
    void givesAWordTheTypeThatTheTextGivesItElsewhere() {
        List<EntityMention> mentions = names("""
                Kestrel Holdings said its profit fell. The company Kestrel Holdings employs many people in Bergen.

                Shares in Kestrel Holdings fell too.""");
        assertThat(mentions)
                .filteredOn(m -> m.text().startsWith("Kestrel"))
                .hasSize(3)
                .extracting(EntityMention::type)
                .containsOnly("ORG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u202f", "  ", "\t"})
    void readsANameWithAnyWhiteSpaceInIt(String space) {
        assertThat(names("Norwegian Prime Minister Jonas" + space + "Lund met Anna" + space + "Berg on Monday."))
                .filteredOn(m -> m.type().equals("PER"))
                .extracting(m -> m.text().replaceAll("[\\s\u00a0\u202f]+", " "))
                .containsExactly("Jonas Lund", "Anna Berg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“%s”", "(%s)", "%s!", "‘%s’", "«%s»", "- %s", "%s\n\n"})
    void readsASentenceInAnyMarks(String around) {
        String sentence = "President Jonas Lund flew from Oslo to Nairobi on Monday";
        assertThat(names(around.formatted(sentence)))
                .extracting(EntityMention::text)
                .containsExactly("Jonas Lund", "Oslo", "Nairobi");
    }

    @Test
    void doesNotReachIntoAnotherArticle() {
        List<EntityMention> alone = names("Lund left Oslo on Monday.");
        names("The Lund company and the town of Lund. Lund is in Sweden.".repeat(20));
        assertThat(names("Lund left Oslo on Monday.")).isEqualTo(alone);
    }

    @Test
    void holdsInTextsThatAreReadInParts() {
        String paragraph = "President Jonas Lund flew from Oslo to Nairobi on Monday.\n\n";
        List<EntityMention> mentions = names(paragraph.repeat(4000));
        assertThat(mentions).hasSize(3 * 4000);
        assertThat(mentions).extracting(EntityMention::entity).containsOnly("e1", "e2", "e3");
    }

    private static List<EntityMention> names(String text) {
        return ENRICHER.enrich(Article.ofText("1", "text:1", text, null)).mentions();
    }

    @Test
    void needsNoOtherAnnotator() {
        String text = "President Jonas Lund flew from Oslo to Nairobi on Monday.";
        Article article = Article.ofText("1", "text:1", text, "2021-11-04");
        assertThat(Enricher.load(Set.of()).enrich(article).entities())
                .isEqualTo(ENRICHER.enrich(article).entities());
    }
}
