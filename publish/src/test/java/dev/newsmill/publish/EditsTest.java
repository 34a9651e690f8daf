package dev.newsmill.publish;

import static dev.newsmill.publish.News.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Edit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
    private static final String URL = "https://news.example.org/quay";
    private static final String PASSAGE = "Nobody on the quay had expected the crane to move again this year.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The harbor master left. | The harbour master left. | typo",
                "The goverment fell. | The government fell. | typo",
                "The teh crane fell. | The the crane fell. | wording",
                "They recieve mail. | They receive mail. | typo",
                "The Crane fell | The crane fell. | typo",
                "It fell yesterday and rose. | It fell, yesterday, and rose. | typo",
                "The crane fell. | The tower fell. | wording",
                "He did like it. | He did not like it. | wording",
                "A cat sat. | A cut sat. | wording",
                "Some 12 cranes fell. | Some 15 cranes fell. | numbers",
                "It cost 1.5 million. | It cost 2,5 million. | numbers",
                "Es kostete ١٢ Mark. | Es kostete ١٣ Mark. | numbers",
                "Several cranes fell. | 15 cranes fell. | wording",
                "Some 12 cranes fell in the harbor. | Some 15 cranes fell in the harbour. | typo numbers",
                "东京今天下雨。 | 东京今天下雪。 | wording",
            })
    void tellsSmallEditsApart(String before, String after, String expected) {
        assertThat(edits(before, after)).isEqualTo(named(expected));
    }

    @Test
    void aSentenceThatComesInIsAPassage() {
        assertThat(edits("The crane fell.", "The crane fell. " + PASSAGE)).containsExactly(Edit.added);
        assertThat(edits("The crane fell.", "The crane fell.\n\n" + PASSAGE)).containsExactly(Edit.added);
    }

    @Test
    void aSentenceThatGoesIsAPassage() {
        assertThat(edits("The crane fell.\n\n" + PASSAGE, "The crane fell.")).containsExactly(Edit.removed);
    }

    @Test
    void aSentenceInPlaceOfAnotherIsBoth() {
        String other = "All trains to the coast were late because of snow that fell overnight.";
        assertThat(edits("One.\n\n" + PASSAGE, "One.\n\n" + other)).contains(Edit.added, Edit.removed);
    }

    @Test
    void anotherHeadlineIsOneBesideWhatChangedInIt() {
        assertThat(edits("Crane falls", "Crane fals", "Text.", "Text.")).containsExactly(Edit.typo, Edit.headline);
        assertThat(edits("Crane falls", "Two ships sink", "Text.", "Text."))
                .containsExactly(Edit.wording, Edit.headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Correction: the crane is not red.",
                "This article was amended on Tuesday to say that the crane is blue.",
                "In einer früheren Version hieß es, der Kran sei rot.",
                "Une version antérieure de ce texte parlait d'une grue rouge.",
                "更正：起重机是蓝色的。",
            })
    void aNoteOnACorrectionIsOne(String note) {
        assertThat(edits("The crane fell.", "The crane fell.\n\n" + note)).contains(Edit.correction);
        assertThat(edits("The crane fell.\n\n" + note, "The crane fell.")).doesNotContain(Edit.correction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The house of correction was built in 1820.",
                "A hypercorrection: people say whom.",
                "He said the market had seen a price correction.",
            })
    void theWordAloneIsNone(String sentence) {
        assertThat(edits("The crane fell.", "The crane fell.\n\n" + sentence)).doesNotContain(Edit.correction);
    }

    @Test
    void whatIsNoTextHoldsNoEdit() {
        var before = article(URL, "Crane", "Text.", "2024-03-01", "en");
        var after = article(URL, "Crane", "Text.", "2024-03-02", "en");
        assertThat(ArticleDiff.between(before, after).names()).containsExactly("datePublished");
        assertThat(ArticleDiff.between(before, after).edits()).isEmpty();
    }

    @Test
    void theSameHoldsNoEdit() {
        assertThat(edits("The crane fell.", "The crane fell.")).isEmpty();
    }

    @Test
    void hostileTextsTakeNoTime() {
        String some = "x".repeat(200_000);
        String other = "1".repeat(200_000) + " " + "((".repeat(50_000);
        assertThat(edits(some, other)).isNotNull();
        assertThat(edits("a ".repeat(50_000), "b ".repeat(50_000))).containsExactly(Edit.added, Edit.removed);
    }

    @ParameterizedTest
    @CsvSource({
        "kran,kran,2,0",
        "kran,karn,2,1",
        "kran,kra,2,1",
        "kran,krank,2,1",
        "kran,kram,2,1",
        "kran,turm,2,3",
        "kran,kranichflug,2,3",
        ",,1,0",
        ",a,1,1",
        "ab,ba,0,1",
    })
    void countsSlipsOfThePen(@Nullable String some, @Nullable String other, int most, int expected) {
        assertThat(SpellingDistance.of(text(some), text(other), most)).isEqualTo(expected);
        assertThat(SpellingDistance.of(text(other), text(some), most)).isEqualTo(expected);
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static List<Edit> named(String names) {
        return Arrays.stream(names.split(" ")).map(Edit::valueOf).toList();
    }

    private static List<Edit> edits(String before, String after) {
        return edits("Crane", "Crane", before, after);
    }

    private static List<Edit> edits(String headline, String headlineAfter, String text, String textAfter) {
        return ArticleDiff.between(article(URL, headline, text), article(URL, headlineAfter, textAfter))
                .edits();
    }
}
