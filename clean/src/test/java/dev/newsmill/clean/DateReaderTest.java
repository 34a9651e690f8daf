package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    private static final String HEADLINE = "<h1>The ferry returns to the lake</h1>";

    @Test
    void believesMetadataBeforeThePage() {
        assertThat(published(
                        "<meta property=article:published_time content=2024-05-03T08:15:00+02:00>",
                        "<time datetime=2024-05-01>1 May</time>"))
                .isEqualTo("2024-05-03T08:15:00+02:00");
    }

    /** What a page says of its date, from the place that is believed first to the one that is believed last. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void believesSomePlacesBeforeOthers(int first) {
        String[] heads = {
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-01\"}</script>",
            "<meta property=article:published_time content=2024-05-02>",
            "<meta itemprop=datePublished content=2024-05-03>",
            "",
            ""
        };
        String[] bodies = {
            "", "", "", "<time datetime=2024-05-04>Saturday</time>", "<p class=date>5 May 2024</p>",
        };
        String head = String.join("", Arrays.asList(heads).subList(first, heads.length));
        String body = String.join("", Arrays.asList(bodies).subList(first, bodies.length));
        assertThat(published(head, body)).isEqualTo("2024-05-0" + (first + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name=date content=2024-05-03>",
                "<meta property=og:published_time content=2024-05-03>",
                "<meta name=parsely-pub-date content=2024-05-03>",
                "<meta name=DC.date.issued content=2024-05-03>",
                "<meta name=sailthru.date content='May 3, 2024'>",
                "<meta name=publish-date content=20240503>"
            })
    void knowsTheNamesThatPublishersGiveTheDate(String head) {
        assertThat(published(head, "")).isEqualTo("2024-05-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<time>3 May 2024</time>",
                "<time title='2024-05-03'>last Friday</time>",
                "<span class=published>3. Mai 2024</span>",
                "<p>Publié le 3 mai 2024</p>",
                "<div itemprop=datePublished>3 May 2024</div>",
                "<p>Updated: 3 May 2024</p>"
            })
    void findsThePrintedDate(String body) {
        assertThat(published("", body)).isEqualTo("2024-05-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The goat is 12 years old.</p>",
                "<p>Room 2024</p>",
                "<time>yesterday</time>",
                "<meta name=date content=soon>",
                "<blockquote class=twitter-tweet><p>We sail.</p><time datetime=2024-05-03>3 May</time></blockquote>"
            })
    void findsNoDateWhereThereIsNone(String body) {
        assertThat(published("", body)).isNull();
    }

    @Test
    void saysAnInstantByThePagesClock() {
        assertThat(published(
                        "<meta property=article:published_time content=2024-05-04T01:15:07Z>",
                        "<time datetime=\"2024-05-03 21:15:07\">Friday</time>"))
                .isEqualTo("2024-05-03T21:15:07-04:00");
    }

    @Test
    void readsTheZoneThatIsPrintedAfterTheTime() {
        assertThat(published(
                        "<meta property=article:published_time content=2024-05-04T01:15:00Z>",
                        "<p>Published 9:15 PM EDT, Fri May 3, 2024</p>"))
                .isEqualTo("2024-05-03T21:15:00-04:00");
    }

    @Test
    void takesTheDateUnderTheHeadlineAndNotTodaysAboveIt() {
        assertThat(Pages.facts("<p class=date>9 May 2024</p>" + HEADLINE + "<p class=date>3 May 2024</p>")
                        .datePublished)
                .isEqualTo("2024-05-03");
    }

    @Test
    void leavesTheDatesOfCommentsAlone() {
        assertThat(published(
                        "", "<p>3 May 2024</p><div class=comments><time datetime=2024-05-09>last week</time></div>"))
                .isEqualTo("2024-05-03");
    }

    @Test
    void findsADateFarFromTheHeadlineIfThereIsNoOther() {
        assertThat(published("", "<p>Some words of a paragraph.</p>".repeat(80) + "<p>As of 3 May 2024</p>"))
                .isEqualTo("2024-05-03");
    }

    @Test
    void readsTheDayInTheAddress() {
        Outline outline = Pages.outline(HEADLINE);
        assertThat(Pages.facts(outline, "https://www.lakesidepost.example/2024/05/03/ferry").datePublished)
                .isEqualTo("2024-05-03");
    }

    @Test
    void keepsTheDateAsThePageWroteIt() {
        Facts facts = Pages.facts(HEADLINE + "<p class=date>Friday, 3rd of May 2024</p>");
        assertThat(facts.evidence.get("datePublished"))
                .satisfies(e -> assertThat(e.raw()).isEqualTo("Friday, 3rd of May 2024"));
    }

    @Test
    void readsWhenItWasChanged() {
        Facts facts = Pages.facts("<meta property=article:modified_time content=2024-05-05T10:00:00Z>" + HEADLINE);
        assertThat(facts.dateModified).isEqualTo("2024-05-05T10:00:00Z");
    }

    private static @Nullable String published(String head, String body) {
        return Pages.facts("<html lang=en-US><head>" + head + "</head><body>" + HEADLINE + body).datePublished;
    }
}
