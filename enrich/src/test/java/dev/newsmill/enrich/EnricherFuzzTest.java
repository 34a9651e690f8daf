package dev.newsmill.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Entity;
import dev.newsmill.message.EntityMention;
import java.util.Set;
import java.util.stream.Collectors;

/** Whatever a text says: all that is found is in it, and belongs together. With {@code JAZZER_FUZZ=1} it searches. */
class EnricherFuzzTest {
    private static final Enricher ENRICHER = Enricher.load(Set.of());

    @FuzzTest(maxDuration = "60m")
    void findsOnlyWhatIsInTheText(FuzzedDataProvider data) {
        String published = data.consumeBoolean() ? data.consumeString(25) : "2021-11-04";
        String text = data.consumeRemainingAsString();
        EnrichedArticle found = ENRICHER.enrich(Article.ofText("1", "text:1", text, published));
        assertMentionsAreInTheText(found, text);
        assertEntitiesAreThoseOfTheMentions(found);
        found.timexes()
                .forEach(timex ->
                        assertThat(text.substring(timex.begin(), timex.end())).isEqualTo(timex.text()));
    }

    private static void assertMentionsAreInTheText(EnrichedArticle found, String text) {
        int end = 0;
        for (EntityMention mention : found.mentions()) {
            assertThat(mention.begin()).isGreaterThanOrEqualTo(end);
            end = mention.end();
            assertThat(text.substring(mention.begin(), end)).isEqualTo(mention.text());
        }
        found.quotes()
                .forEach(quote ->
                        assertThat(text.substring(quote.begin(), quote.end())).isEqualTo(quote.text()));
    }

    private static void assertEntitiesAreThoseOfTheMentions(EnrichedArticle found) {
        Set<String> ids = found.entities().stream().map(Entity::id).collect(Collectors.toSet());
        assertThat(found.mentions().stream().map(EntityMention::entity).collect(Collectors.toSet()))
                .isEqualTo(ids);
        assertThat(found.quotes().stream().map(quote -> quote.entity()).filter(id -> id != null))
                .isSubsetOf(ids);
    }
}
