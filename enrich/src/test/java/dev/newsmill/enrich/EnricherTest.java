package dev.newsmill.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Timex;
import dev.newsmill.stage.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnricherTest {
    private static final String TEXT = """
            BERGEN (NWS)\u00a0— Norwegian Prime Minister Jonas Lund said on Tuesday that the harbour would open in March.

            “We will rebuild the wall before winter,” Lund told reporters in Bergen. Anna Berg of the Harbour Workers' \
            Union, who met Mr Lund last week, called the plan “a gift to nobody in this town”.""";

    private static final Article ARTICLE = Article.ofText("1", "https://example.org/1", TEXT, "2021-11-04");

    /** An annotator that does what it is told. */
    private record Told(String name, int rank, Consumer<Draft> work) implements Annotator {
        @Override
        public String version() {
            return "7." + rank;
        }

        @Override
        public void annotate(Draft draft) {
            work.accept(draft);
        }
    }

    @Test
    void runsAnnotatorsByRankAndThenByName() {
        List<String> ran = new ArrayList<>();
        new Enricher(List.of(
                        new Told("late", 9, d -> ran.add("late")),
                        new Told("b", 5, d -> ran.add("b")),
                        new Told("a", 5, d -> ran.add("a")),
                        new Told("early", 1, d -> ran.add("early"))))
                .enrich(ARTICLE);
        assertThat(ran).containsExactly("early", "a", "b", "late");
    }

    @Test
    void writesDownWhichVersionsRan() {
        Enricher enricher = new Enricher(List.of(new Told("b", 2, d -> {}), new Told("a", 3, d -> {})));
        assertThat(enricher.enrich(ARTICLE).annotators()).containsExactly(Map.entry("a", "7.3"), Map.entry("b", "7.2"));
    }

    @Test
    void letsALaterAnnotatorSeeWhatAnEarlierOneFound() {
        EntityMention mention = new EntityMention("PER", 0, 6, "BERGEN", null, null);
        List<EntityMention> seen = new ArrayList<>();
        new Enricher(List.of(
                        new Told("second", 2, d -> seen.addAll(d.mentions())),
                        new Told("first", 1, d -> d.mentions().add(mention))))
                .enrich(ARTICLE);
        assertThat(seen).containsExactly(mention);
    }

    @Test
    void keepsResultsThatHaveNoFieldOfTheirOwn() {
        Enricher enricher =
                new Enricher(List.of(new Told("mood", 1, d -> d.annotation("mood", TextNode.valueOf("calm")))));
        assertThat(enricher.enrich(ARTICLE).annotations()).containsExactly(Map.entry("mood", TextNode.valueOf("calm")));
    }

    @Test
    void cutsTheTextIntoWordsOnce() {
        List<Object> tokens = new ArrayList<>();
        new Enricher(List.of(
                        new Told("a", 1, d -> tokens.add(d.tokens())), new Told("b", 2, d -> tokens.add(d.tokens()))))
                .enrich(ARTICLE);
        assertThat(tokens.get(0)).isSameAs(tokens.get(1));
    }

    @Test
    void leavesTheArticleAsItWas() {
        assertThat(Enricher.load(Set.of()).enrich(ARTICLE).article()).isEqualTo(ARTICLE);
    }

    @Test
    void doesNotHideAnAnnotatorsMistake() {
        Enricher enricher = new Enricher(List.of(new Told("bad", 1, d -> {
            throw new IllegalStateException("no model");
        })));
        assertThatThrownBy(() -> enricher.enrich(ARTICLE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsAllAnnotatorsOnTheClassPath() {
        assertThat(Enricher.load(Set.of()).enrich(ARTICLE).annotators())
                .containsOnlyKeys("entities", "quotes", "signature", "timexes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entities", "quotes", "signature", "timexes"})
    void runsWithoutAnAnnotatorThatIsSwitchedOff(String off) {
        EnrichedArticle all = Enricher.load(Set.of()).enrich(ARTICLE);
        EnrichedArticle some = Enricher.load(Set.of(off)).enrich(ARTICLE);
        assertThat(some.annotators())
                .doesNotContainKey(off)
                .hasSize(all.annotators().size() - 1);
        assertThat(some.entities().isEmpty()).isEqualTo(off.equals("entities"));
        assertThat(some.quotes().isEmpty()).isEqualTo(off.equals("quotes"));
        assertThat(some.timexes().isEmpty()).isEqualTo(off.equals("timexes"));
        assertThat(some.signature() == null).isEqualTo(off.equals("signature"));
    }

    @Test
    void takesTheOptionOfTheStage() throws Exception {
        Outcome<EnrichedArticle> outcome = new EnrichStage()
                .open(Map.of("enrich.off", "timexes, entities"))
                .apply(ARTICLE);
        assertThat(outcome)
                .isEqualTo(Outcome.emit(
                        Enricher.load(Set.of("timexes", "entities")).enrich(ARTICLE)));
    }

    @Test
    void givesTheSameOnAnyNumberOfThreads() {
        Enricher enricher = Enricher.load(Set.of());
        EnrichedArticle expected = enricher.enrich(ARTICLE);
        List<EnrichedArticle> results = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> enricher.enrich(ARTICLE))
                .toList();
        assertThat(results).containsOnly(expected);
    }

    @Test
    void givesTheSameAfterBeingLoadedAgain() {
        assertThat(Enricher.load(Set.of()).enrich(ARTICLE))
                .isEqualTo(Enricher.load(Set.of()).enrich(ARTICLE));
    }

    @Test
    void joinsNamesDatesAndQuotesOfOneText() {
        EnrichedArticle enriched = Enricher.load(Set.of()).enrich(ARTICLE);
        assertThat(enriched.timexes()).extracting(Timex::value).containsExactly("2021-11-02", "2022-03", "2021-W43");
        String lund = enriched.mentions().stream()
                .filter(m -> m.text().equals("Jonas Lund"))
                .map(EntityMention::entity)
                .findFirst()
                .orElseThrow();
        assertThat(enriched.quotes())
                .filteredOn(q -> q.direct())
                .singleElement()
                .satisfies(q -> assertThat(q.entity()).isEqualTo(lund));
    }
}
