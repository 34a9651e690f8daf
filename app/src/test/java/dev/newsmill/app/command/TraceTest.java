package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.console.Screen;
import dev.newsmill.message.Receipt;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final List<String> CHAIN = List.of("ingest", "clean", "enrich", "publish");
    private static final Map<String, String> TYPES = Map.of("newsmill.pages-0@182", "text/html");

    @Test
    void showsALineAStage() {
        String out = shown(
                120,
                "Lisbon brings back its ferry",
                Receipts.ingested(6.8),
                Receipts.cleaned(6.853, 182),
                Receipts.enriched(6.9, 182),
                Receipts.published(7, 182));
        assertThat(out).isEqualTo("""
                        e7a4d2b0  Lisbon brings back its ferry
                        https://news.example.org/ferry

                        STAGE    AT            WAITED  WORKED  RECORD          VERSION  RESULT
                        ingest   12:00:06.800       –       –  pages-0@182         1.0  18.2 kB text/html
                        clean    12:00:06.853   12 ms   41 ms  articles-0@182      1.0  5 blocks, 145 words, 1 part removed
                        enrich   12:00:06.900   12 ms   41 ms  enriched-0@182      1.0  7 names, 4 entities, 1 date
                        publish  12:00:07.000   12 ms   41 ms  –                   1.0  revision 2
                        """.replace(
                        "e7a4d2b0", Measures.shortId(Receipts.ingested(1).id())));
    }

    @Test
    void fitsIntoEightyColumnsByTwoLinesAStage() {
        String out = shown(80, null, Receipts.ingested(1), Receipts.cleaned(2, 182));
        assertThat(out).contains("1.0\n         5 blocks, 145 words, 1 part removed\n");
        assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aDroppedPageShowsWhy() {
        String out = shown(
                0, null, Receipts.ingested(1), Receipts.dropped("clean", 2, 1, "too-short", "29 of 120 characters"));
        assertThat(out).contains("dropped: too-short (29 of 120 characters)").doesNotContain("waiting for");
    }

    @Test
    void aDeadLetterShowsItsCause() {
        String out = shown(0, null, Receipts.ingested(1), Receipts.dead("clean", 2, 1, "StackOverflowError", "deep"));
        assertThat(out).contains("dead letter: StackOverflowError (deep)");
    }

    @Test
    void aLongCauseIsWrappedAndNotCut() {
        String out = shown(80, null, Receipts.dead("clean", 2, 1, "Bad", "word ".repeat(40) + "end"));
        assertThat(out).contains("end)");
        assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aPageOnItsWayShowsWhatItWaitsFor() {
        assertThat(shown(0, null, Receipts.ingested(1), Receipts.cleaned(2, 1))).endsWith("waiting for enrich\n");
    }

    @Test
    void twoFetchesAreShownOneAfterTheOther() {
        String out = shown(
                0, null, Receipts.ingested(1), Receipts.ingested(2), Receipts.cleaned(3, 7), Receipts.cleaned(4, 9));
        assertThat(out).contains("1 of 2  2024-03-01", "2 of 2  2024-03-01", "pages-0@7", "pages-0@9");
    }

    @Test
    void aResultWithControlCharactersIsSafe() {
        String out = shown(0, "a\u001b[2Jb", Receipts.dropped("clean", 1, 1, "bad", "x\u001b]0;owned\u0007"));
        assertThat(out).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void jsonHasEachStepWithItsRecordsAndFacts() {
        Trace trace = Trace.of(List.of(Receipts.ingested(1), Receipts.cleaned(2, 182)), CHAIN, null, TYPES);
        Screen screen = Screen.json();
        screen.console().printJson(trace);
        assertThat(screen.out())
                .startsWith("{\"schema\":\"newsmill.trace/1\"")
                .contains("\"output\":\"newsmill.pages-0@182\"", "\"waitsFor\":\"enrich\"", "\"words\":145");
    }

    @Test
    void eachFetchHasTheAnswersToItsOwnPage() {
        List<Pass> passes = Pass.of(List.of(
                Receipts.ingested(1),
                Receipts.ingested(2),
                Receipts.cleaned(3, 7),
                Receipts.cleaned(4, 9),
                Receipts.enriched(5, 7)));
        assertThat(passes).hasSize(2);
        assertThat(passes.get(0).receipts()).extracting(Receipt::stage).containsExactly("ingest", "clean", "enrich");
        assertThat(passes.get(1).receipts()).extracting(Receipt::stage).containsExactly("ingest", "clean");
        assertThat(passes.get(1).origin()).isEqualTo("newsmill.pages-0@9");
    }

    @Test
    void aReplayIsAPassOfItsOwn() {
        List<Pass> passes = Pass.of(List.of(
                Receipts.ingested(1),
                Receipts.cleaned(2, 7),
                Receipts.ingested(3),
                Receipts.replayed("clean", 4, 7, "r1")));
        assertThat(passes).extracting(Pass::replay).containsExactly(null, null, "r1");
    }

    @Test
    void aPassWhoseIngestIsForgottenBeginsLater() {
        List<Pass> passes = Pass.of(List.of(Receipts.cleaned(2, 7), Receipts.ingested(3), Receipts.cleaned(4, 9)));
        assertThat(passes.get(0).receipts()).hasSize(1);
        assertThat(passes.get(1).receipts()).hasSize(2);
    }

    private static String shown(int columns, @Nullable String headline, Receipt... receipts) {
        Screen screen = columns == 0 ? Screen.pipe() : Screen.plainTerminal(columns);
        Trace trace = Trace.of(List.of(receipts), CHAIN, headline, TYPES);
        new TraceScreen(screen.console(), "newsmill.", ZoneOffset.UTC).print(trace);
        return screen.out();
    }

    @Test
    void aRetriedRecordWaitsForItsStageAgain() {
        Pass pass = Pass.of(List.of(
                        Receipts.ingested(0),
                        Receipts.cleaned(1, 7),
                        Receipts.dead("enrich", 2, 7, "IllegalStateException", "odd"),
                        Receipts.retried("enrich", 60, 7)))
                .get(0);
        assertThat(pass.waitsFor(List.of("ingest", "clean", "enrich", "publish")))
                .isEqualTo("enrich");
        assertThat(ResultWords.of(pass.last(), null)).isEqualTo("back to enrich, after 2 attempts");
    }

    @Test
    void aRetriedPageIsAPassOfItsOwn() {
        List<Pass> passes = Pass.of(List.of(
                Receipts.ingested(0),
                Receipts.dead("clean", 2, 7, "IllegalStateException", "odd"),
                Receipts.retried("clean", 60, 7),
                Receipts.cleaned(61, 9)));
        assertThat(passes).hasSize(2);
        assertThat(passes.get(0).waitsFor(List.of("ingest", "clean", "enrich", "publish")))
                .isNull();
        assertThat(passes.get(1).origin()).isEqualTo("newsmill.pages-0@9");
    }
}
