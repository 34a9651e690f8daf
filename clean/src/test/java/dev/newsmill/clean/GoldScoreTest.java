package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.stage.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldScoreTest {
    private static final String TEXT =
            "The ferry crossed the lake again on Friday after two winters in the yard and the"
                    + " whole town came to the pier to see it and to hear the brass band of the school.";

    @Test
    void aPerfectArticleScoresOneInEverything() throws JsonProcessingException {
        assertThat(scores("""
                {"text":"%s","title":"Ferry returns!","date":"2024-05-03","authors":["ida holm"],
                 "with":["crossed the  lake"],"without":["newsletter"]}""".formatted(TEXT), page()))
                .allSatisfy((field, score) -> assertThat(score).isEqualTo(1.0))
                .containsOnlyKeys("text", "title", "date", "authors", "snippets");
    }

    @Test
    void aDroppedPageScoresNothing() throws JsonProcessingException {
        assertThat(scores(
                        "{\"text\":\"" + TEXT + "\",\"title\":\"Ferry returns\",\"authors\":[\"Ida Holm\"]}",
                        Outcome.drop("empty")))
                .allSatisfy((field, score) -> assertThat(score).isZero());
    }

    @Test
    void halfOfTheAuthorsIsTwoThirds() throws JsonProcessingException {
        assertThat(scores("{\"authors\":[\"Ida Holm\",\"Per Vik\"]}", page()).get("authors"))
                .isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void anOptionalParagraphIsRightWithAndWithout() throws JsonProcessingException {
        String gold = "{\"text\":\"x\",\"paragraphs\":[\"" + TEXT
                + "\",\"Some other words that the article does not have\"],\"optional\":[1]}";
        assertThat(scores(gold, page()).get("text")).isEqualTo(1.0);
    }

    @Test
    void wantedAndUnwantedSnippetsCountTogether() throws JsonProcessingException {
        assertThat(scores("{\"with\":[\"the lake\",\"the sea\"],\"without\":[\"brass band\"]}", page())
                        .get("snippets"))
                .isCloseTo(0.5, within(1e-9));
    }

    private static Map<String, Double> scores(String gold, Outcome<Article> outcome) throws JsonProcessingException {
        GoldScore score = new GoldScore();
        score.add(Json.shared().readTree(gold), outcome);
        return score.scores();
    }

    private static Outcome<Article> page() {
        String html = "<html><head><meta property=article:published_time content=2024-05-03T08:00:00Z>"
                + "<meta name=author content=\"Ida Holm\"></head><body><article><h1>Ferry returns</h1><p>" + TEXT;
        return new Cleaner().clean(Pages.page(html));
    }
}
