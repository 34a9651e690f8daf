package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Entity;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Quote;
import dev.newsmill.message.Timex;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArticleDiffTest {
    private static final String URL = "https://example.org/a";
    private static final EnrichedArticle BEFORE = News.article(URL, "Ferry returns", "Lisbon has its ferry again.");

    @Test
    void isEmptyForAnArticleAndItself() {
        ArticleDiff diff = ArticleDiff.between(BEFORE, BEFORE);
        assertThat(diff.fields()).isEmpty();
        assertThat(diff.words()).isZero();
    }

    @Test
    void namesTheFieldsThatCountForARevision() {
        EnrichedArticle after = News.article(URL, "Old ferry returns", "Lisbon has its old ferry again.");
        assertThat(ArticleDiff.between(BEFORE, after).names())
                .containsExactly("headline", "text")
                .isEqualTo(Changes.between(BEFORE, after));
    }

    @Test
    void comparesAHeadlineByWords() {
        EnrichedArticle after = News.article(URL, "Ferry stays", "Lisbon has its ferry again.");
        ArticleDiff diff = ArticleDiff.between(BEFORE, after);
        assertThat(diff.fields().get(0).pieces())
                .containsExactly(Piece.same("Ferry "), Piece.removed("returns"), Piece.added("stays"));
        assertThat(diff.words()).isEqualTo(2);
    }

    @Test
    void showsAValueThatIsNewAsAdded() {
        EnrichedArticle dateless = News.article(URL, "Ferry returns", "Lisbon has its ferry again.", null, "en");
        FieldDiff date = ArticleDiff.between(dateless, BEFORE).fields().get(0);
        assertThat(date.field()).isEqualTo("datePublished");
        assertThat(date.pieces()).containsExactly(Piece.added("2024-03-01T10:00:00+01:00"));
    }

    @Test
    void showsNamesLineByLine() {
        EnrichedArticle after = with(
                List.of(
                        new EntityMention("GPE", 0, 3, "Lis", "e1", "rule-a"),
                        new EntityMention("PER", 4, 7, "has", "e2", "rule-b")),
                List.of());
        FieldDiff mentions = ArticleDiff.between(BEFORE, after).fields().get(0);
        assertThat(mentions.field()).isEqualTo("mentions");
        assertThat(mentions.pieces())
                .containsExactly(Piece.same("GPE · Lis · at 0\n"), Piece.added("PER · has · at 4\n"));
    }

    @Test
    void neverReportsAFieldWithoutShowingWhatDiffers() {
        EnrichedArticle before = with(List.of(mention(0)), List.of(timex("2024-03-02"), timex("2024-03-03")));
        EnrichedArticle after = with(List.of(mention(4)), List.of(timex("2024-03-02"), timex("2024-03-04")));
        ArticleDiff diff = ArticleDiff.between(before, after);
        assertThat(diff.names()).containsExactly("mentions", "timexes");
        assertThat(diff.fields()).allSatisfy(field -> assertThat(field.before()).isNotEqualTo(field.after()));
    }

    @Test
    void writesEachKindOfRecordOnOneLine() {
        EnrichedArticle after = new EnrichedArticle(
                BEFORE.article(),
                BEFORE.mentions(),
                List.of(new Entity(
                        "e1", "Lisbon", "GPE", 0.5, List.of("the city"), List.of(new Entity.Link("geonames", "1", 1)))),
                List.of(),
                List.of(new Quote(0, 6, "a\nb", false, "Duarte", null, "said")),
                null,
                new TreeMap<>(),
                new TreeMap<>());
        assertThat(ArticleDiff.between(BEFORE, after).fields().stream().map(FieldDiff::after))
                .containsExactly(
                        "GPE · Lisbon · the city · geonames:1 · 0.5\n", "a b · indirect · Duarte · said · at 0\n");
    }

    private static EnrichedArticle with(List<EntityMention> mentions, List<Timex> timexes) {
        return new EnrichedArticle(
                BEFORE.article(), mentions, List.of(), timexes, List.of(), null, new TreeMap<>(), new TreeMap<>());
    }

    private static EntityMention mention(int begin) {
        return new EntityMention("GPE", begin, begin + 3, "Lis", "e1", "rule-a");
    }

    private static Timex timex(String value) {
        return new Timex("DATE", 0, 3, "then", value, null, null, null, null);
    }
}
