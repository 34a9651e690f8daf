package dev.newsmill.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.publish.ArticleDiff;
import dev.newsmill.publish.FieldDiff;
import dev.newsmill.publish.Piece;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    @Test
    void showsWhatWasRemovedAndAdded() {
        String page = page(same("The "), removed("boat"), added("ship"), same(" left."));
        assertThat(page).contains("The <del>boat</del><ins>ship</ins> left.");
    }

    @Test
    void foldsLongTextThatIsTheSameAway() {
        String page = page(same("Quay. ".repeat(300)), added("New."), same(" Harbour.".repeat(300)));
        assertThat(page).contains("<summary>1,", " characters that are the same</summary>", "<ins>New.</ins>");
    }

    @Test
    void needsNothingFromElsewhere() {
        String page = page(same("The boat left."));
        assertThat(page).contains("default-src 'none'", "prefers-color-scheme:dark");
        assertThat(page).doesNotContain("<script", "<link", "<img", "src=", "href=", "@import", "url(");
    }

    @Test
    void showsAHostileTextAsText() {
        String page = page(added("<script>alert('x')</script>&\u202egpj\u0000\ud800\""));
        assertThat(page)
                .contains("<ins>&lt;script&gt;alert('x')&lt;/script&gt;&amp;\uFFFDgpj\uFFFD\uFFFD&quot;</ins>")
                .doesNotContain("<script>", "\u202e", "\u0000");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String page = page(added("a"), same("\ud83d\ude00".repeat(500)), added("b"));
        assertThat(page).doesNotContain("\uFFFD");
    }

    @Test
    void saysWhereItComesFromAndHowMuchThereIs() {
        assertThat(page(added("a")))
                .contains("clean 1.1, enrich 1.0, from clean-1.1.jar · --host &quot;*&quot;")
                .contains("<b>1,204</b>selected")
                .contains("<li class=\"hit\"><b>66</b>changed")
                .contains("rule share removes less");
    }

    private static String page(Piece... pieces) {
        TreeMap<String, String> versions = new TreeMap<>();
        versions.put("clean", "1.1");
        versions.put("enrich", "1.0");
        TreeMap<String, Long> fields = new TreeMap<>();
        fields.put("text", 66L);
        List<DiffGroup> causes = List.of(new DiffGroup("rule share removes less", 66, List.of("newsmill.pages-0@5")));
        Difference difference = new Difference(
                "newsmill.pages-0@5",
                Verdict.Kind.changed,
                "3f9a",
                "https://news.example/a",
                "Ferry returns",
                1,
                List.of("text"),
                2,
                new TreeSet<>(List.of("rule share removes less")),
                null,
                "5a1f",
                new ArticleDiff(List.of(new FieldDiff("text", List.of(pieces)))));
        return ReportPage.of(new Report(
                "newsmill.replay/1",
                true,
                "clean",
                versions,
                "clean-1.1.jar",
                "--host \"*\"",
                1204,
                1138,
                66,
                0,
                0,
                0,
                0,
                66,
                fields,
                causes,
                List.of(),
                List.of(),
                List.of(difference)));
    }

    private static Piece same(String text) {
        return new Piece(Piece.Kind.SAME, text);
    }

    private static Piece removed(String text) {
        return new Piece(Piece.Kind.REMOVED, text);
    }

    private static Piece added(String text) {
        return new Piece(Piece.Kind.ADDED, text);
    }
}
