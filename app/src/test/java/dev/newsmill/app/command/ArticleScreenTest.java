package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.console.Screen;
import dev.newsmill.message.Edit;
import dev.newsmill.message.Origin;
import dev.newsmill.message.Publication.Change;
import dev.newsmill.publish.ArticleRow;
import dev.newsmill.publish.Revision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleScreenTest {
    private static final Revision REVISION = new Revision(
            "3f9a12bc",
            2,
            Change.UPDATED,
            List.of("headline"),
            List.of(Edit.headline, Edit.numbers),
            Receipts.NOON,
            new Origin("newsmill.pages", 0, 7),
            Receipts.NOON,
            null,
            Map.of());

    @Test
    void anArticleIsReadable() {
        Screen screen = Screen.pipe();
        new ArticleScreen(screen.console()).printText(Articles.ferry().article());
        assertThat(screen.out()).isEqualTo("""
                        Lisbon brings back its ferry
                        Ada Osei · 2024-02-23 09:30 · news.example.org

                        After three years the boats go again.

                        The mayor of Lisbon, Helena Duarte, promised it on Thursday.

                        What changes

                        • fares stay
                        • boats go every ten minutes
                        """);
    }

    @Test
    void aPublishedArticleIsFollowedByWhatWasFoundInItAndItsRevision() {
        Screen screen = Screen.pipe();
        new ArticleScreen(screen.console()).print(Articles.ferry(), REVISION);
        assertThat(screen.out())
                .contains("""
                        NAME           TYPE  TIMES  LINKS
                        Lisbon         GPE       1  iso3166:PT
                        Helena Duarte  PER       1

                        DATE      VALUE       TYPE
                        Thursday  2024-02-22  DATE
                        """)
                .contains("3f9a12bc  revision 2 (updated: headline; edits: headline, numbers)");
    }

    @Test
    void namesAndDatesStandInBracketsWhereThereAreNoColours() {
        Screen screen = Screen.pipe();
        new ArticleScreen(screen.console()).printMarked(Articles.ferry());
        assertThat(screen.out())
                .contains("The mayor of [Lisbon GPE], [Helena Duarte PER], promised it on [Thursday\n2024-02-22].");
    }

    @Test
    void namesAndDatesHaveColoursOnATerminal() {
        Screen screen = Screen.terminal(100);
        new ArticleScreen(screen.console()).printMarked(Articles.ferry());
        assertThat(screen.out())
                .contains("\u001b[36mLisbon\u001b[0m \u001b[2mGPE\u001b[0m, ")
                .contains("\u001b[33mThursday\u001b[0m \u001b[2m2024-02-22\u001b[0m.")
                .doesNotContain("[Lisbon");
    }

    @Test
    void everyLineFitsTheTerminal() {
        Screen screen = Screen.plainTerminal(40);
        new ArticleScreen(screen.console()).printMarked(Articles.ferry("long ".repeat(60)));
        assertThat(screen.lines()).allMatch(line -> line.length() <= 40);
    }

    @Test
    void aHostileHeadlineIsSafe() {
        Screen screen = Screen.pipe();
        new ArticleScreen(screen.console())
                .printText(Articles.ferry("\u001b[2J\u202eowned").article());
        assertThat(screen.lines().get(0)).isEqualTo("·[2J·owned");
    }

    @Test
    void ofMarksThatOverlapTheFirstIsKept() {
        assertThat(Marks.of(Articles.ferry()))
                .extracting(Marks.Mark::label)
                .containsExactly("GPE", "PER", "2024-02-22");
    }

    @Test
    void aListOfArticlesFitsTheTerminal() {
        Screen screen = Screen.plainTerminal(80);
        FindCommand.print(screen.console(), List.of(row("x".repeat(300)), row("北京".repeat(90))), true);
        assertThat(screen.lines()).hasSize(4).allMatch(line -> dev.newsmill.app.console.Cells.width(line) <= 80);
    }

    @Test
    void aListInAPipeHasWholeHeadlines() {
        Screen screen = Screen.pipe();
        FindCommand.print(screen.console(), List.of(row("x".repeat(300))), false);
        assertThat(screen.out()).isEqualTo("3f9a12bc  2024-02-23  news.example.org  " + "x".repeat(300) + "\n");
    }

    @Test
    void aListOfArticlesInJsonHasTheSchema() {
        Screen screen = Screen.json();
        FindCommand.print(screen.console(), List.of(row("Ferry")), false);
        assertThat(screen.out()).startsWith("{\"schema\":\"newsmill.find/1\",\"articles\":[{\"id\":\"3f9a12bcde\"");
    }

    private static ArticleRow row(String headline) {
        return new ArticleRow(
                "3f9a12bcde", Receipts.URL, headline, "2024-02-23T09:30", "en", 1, "The boats " + headline);
    }
}
