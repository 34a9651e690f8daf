package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DateReaderTest {
    private static final String HEADLINE = "<h1>The ferry returns to the lake</h1>";

    @Test
    void believesMetadataBeforeThePage() {
        assertThat(published(
                        "<meta property=article:published_time content=2024-05-03T08:15:00+02:00>",
                        "<time datetime=2024-05-01>1 May</time>"))
                .isEqualTo("2024-05-03T08:15:00+02:00");
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
