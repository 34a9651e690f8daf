package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.stage.Outcome;
import org.junit.jupiter.api.Test;

class ArticleBodyTest {
    private static final String SENTENCE =
            "The ferry crossed the lake again on Friday, after two winters in the yard, said the harbour master. ";
    private static final String BODY = (SENTENCE.repeat(3) + "\\n\\n").repeat(3);

    @Test
    void isTakenWhereThePageShowsNothing() {
        Article article = article(BODY, "<div id=app></div>");
        assertThat(article.blocks()).hasSize(3);
        assertThat(article.evidence().get("text"))
                .satisfies(evidence -> assertThat(evidence.path()).isEqualTo("$.articleBody"));
    }

    @Test
    void isTakenWhereThePageBreaksOffAndSaysWhatThePageShows() {
        Article article = article(BODY, "<p>" + SENTENCE.strip() + "</p>");
        assertThat(article.blocks()).hasSize(3);
        assertThat(article.evidence().get("text"))
                .satisfies(evidence -> assertThat(evidence.losers())
                        .extracting("source", "raw")
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("page", SENTENCE.strip())));
    }

    @Test
    void isNotTakenWhereThePageHasTheText() {
        Article article = article(BODY, "<p>" + SENTENCE.repeat(3) + "</p><p>" + SENTENCE.repeat(4) + "</p>");
        assertThat(article.blocks()).hasSize(2);
        assertThat(article.evidence()).doesNotContainKey("text");
    }

    @Test
    void isNotTakenWhereItIsShort() {
        assertThat(new Cleaner().clean(Pages.page(html("Two words.", "<div id=app></div>"))))
                .isInstanceOf(Outcome.Drop.class);
    }

    @Test
    void hasItsMarkupTakenOff() {
        Article article =
                article("<p>" + SENTENCE.repeat(4) + "</p><p>" + SENTENCE.repeat(3) + "<b>End.</b></p>", "<i></i>");
        assertThat(article.blocks()).hasSize(2);
        assertThat(article.text()).endsWith("End.").doesNotContain("<");
    }

    private static Article article(String body, String shown) {
        return ((Outcome.Emit<Article>) new Cleaner().clean(Pages.page(html(body, shown)))).value();
    }

    private static String html(String body, String shown) {
        return "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body
                + "\"}</script></head><body><article><h1>The ferry returns</h1>" + shown + "</article></body></html>";
    }
}
