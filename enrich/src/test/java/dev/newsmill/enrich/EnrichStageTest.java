package dev.newsmill.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.StageProvider;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichStageTest {
    private static final Article ARTICLE = Article.ofText(
            "1",
            "https://example.org/1",
            "“We will rebuild the harbour,” Jonas Lund of Acme Corp. said in Oslo on Tuesday.",
            "2021-11-04");

    private final EnrichStage stage = new EnrichStage();

    @Test
    void isFoundByTheRuntime() {
        assertThat(ServiceLoader.load(StageProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(EnrichStage.class);
    }

    @Test
    void makesEnrichedArticlesOfArticles() {
        assertThat(stage.name()).isEqualTo("enrich");
        assertThat(stage.input()).isEqualTo(Article.class);
        assertThat(stage.output()).isEqualTo(EnrichedArticle.class);
        assertThat(stage.version()).matches("\\d+\\.\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "nobody,,", "archive"})
    void leavesNothingOutWhereNothingIsNamed(String off) throws Exception {
        assertThat(enriched(Map.of("enrich.off", off)).annotators())
                .containsOnlyKeys("entities", "quotes", "signature", "timexes");
    }

    @Test
    void leavesOutAllThatIsNamed() throws Exception {
        EnrichedArticle plain = enriched(Map.of("enrich.off", "entities, quotes ,signature,timexes"));
        assertThat(plain.annotators()).isEmpty();
        assertThat(plain.article()).isEqualTo(ARTICLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "...", "a", "北京", "\uD83D"})
    void dropsNothingHoweverLittleItSays(String text) throws Exception {
        Article article = Article.ofText("1", "text:1", text, null);
        assertThat(stage.open(Map.of()).apply(article)).isInstanceOf(Outcome.Emit.class);
    }

    @Test
    void itsAnswerIsTheSameAfterItWasWrittenAndRead() throws Exception {
        EnrichedArticle enriched = enriched(Map.of());
        assertThat(enriched.quotes()).isNotEmpty();
        assertThat(read(Json.shared().writeValueAsString(enriched))).isEqualTo(enriched);
    }

    @Test
    void quotesWithoutNamesAreQuotesOfNobody() throws Exception {
        assertThat(enriched(Map.of("enrich.off", "entities")).quotes())
                .allSatisfy(quote -> assertThat(quote.entity()).isNull());
    }

    private EnrichedArticle enriched(Map<String, String> options) throws Exception {
        return ((Outcome.Emit<EnrichedArticle>) stage.open(options).apply(ARTICLE)).value();
    }

    private static EnrichedArticle read(String json) throws IOException {
        return Json.shared().readValue(json, EnrichedArticle.class);
    }
}
