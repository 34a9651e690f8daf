package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.Enricher;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Entity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntitiesTest {
    private static final String TEXT = """
            OSLO — Norwegian Prime Minister Jonas Lund met French President Anne Moreau in Bergen on Monday.

            Lund, the leader of the Labour Party, said Norway would buy more from France. Moreau thanked Mr Lund.""";

    private static final Enricher ENRICHER = new Enricher(List.of(new NamesAnnotator()));
    private static final EnrichedArticle ARTICLE = enrich(TEXT);

    @Test
    void giveEachMentionTheIdOfItsEntity() {
        assertThat(ARTICLE.mentions().stream()
                        .filter(m -> m.text().endsWith("Lund"))
                        .map(m -> m.entity()))
                .hasSize(3)
                .containsOnly(entity("Jonas Lund").id());
    }

    @Test
    void keepTheRolesAsPrinted() {
        assertThat(entity("Jonas Lund").roles()).contains("Norwegian Prime Minister");
        assertThat(entity("Anne Moreau").roles()).containsExactly("French President");
    }

    @Test
    void linkCountriesAndNationalitiesToIso3166() {
        assertThat(entity("Norway").links()).containsExactly(new Entity.Link("iso3166", "NO", 1));
        assertThat(entity("French").links()).containsExactly(new Entity.Link("iso3166", "FR", 1));
    }

    @Test
    void linkACityToTheOneInACountryThatTheTextNames() {
        Entity.Link best = entity("Bergen").links().get(0);
        assertThat(best.scheme()).isEqualTo("geonames");
        assertThat(best.id()).isEqualTo("3161732");
        assertThat(best.score()).isLessThan(1);
    }

    @Test
    void shareTheSalienceAmongThem() {
        assertThat(ARTICLE.entities().stream().mapToDouble(Entity::salience).sum())
                .isBetween(0.99, 1.01);
        assertThat(entity("Jonas Lund").salience())
                .isGreaterThan(entity("Anne Moreau").salience());
    }

    @Test
    void areTheSameOnAnyNumberOfThreads() {
        List<EnrichedArticle> results =
                IntStream.range(0, 64).parallel().mapToObj(i -> enrich(TEXT)).toList();
        assertThat(results).containsOnly(ARTICLE);
    }

    @Test
    void areNoneInATextWithoutNames() {
        assertThat(enrich("it rained all day and nobody came").entities()).isEmpty();
    }

    private static EnrichedArticle enrich(String text) {
        return ENRICHER.enrich(Article.ofText("1", "text:1", text, null));
    }

    private static Entity entity(String name) {
        return ARTICLE.entities().stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among "
                        + ARTICLE.entities().stream().map(Entity::name).collect(Collectors.joining(", "))));
    }
}
