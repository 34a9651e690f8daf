package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>"
                    + "<p>It carried forty bicycles and a goat, the harbour master said, laughing at the goat.</p>"
                    + "<p>The hull had to be replaced plate by plate, which took longer than had been planned.</p>";
    private static final PhraseBook PHRASES = PhraseBook.load();
    private static final RuleRow RULES = new RuleRow(new TrimRules(PHRASES, new DateText()).all());

    private final Judge judge = Judge.load();

    @Test
    void findsNothingOnAPageWithoutText() {
        Outline outline =
                Pages.outline("<body><nav><ul><li><a href=/a>Home</a><li><a href=/b>News</a></ul></nav></body>");
        assertThat(judge.judge(outline, features(outline))).isNull();
        assertThat(outline.lines()).extracting(line -> line.probability).containsOnly(0f);
    }

    @Test
    void isSurerOfTextThanOfMenus() {
        Outline outline = Pages.outline("<body><ul><li><a href=/a>Home</a></ul><article id=a><h1>The ferry returns</h1>"
                + TEXT + "</article><footer><p>Imprint and privacy</p></footer></body>");
        Region region = judge.judge(outline, features(outline));
        assertThat(region).extracting(found -> found.element.id()).isEqualTo("a");
        List<Line> lines = outline.lines();
        assertThat(lines.subList(2, 5)).allMatch(line -> line.probability > 0.5f);
        assertThat(lines.get(0).probability).isZero();
        assertThat(lines.get(5).probability).isLessThan(0.5f);
    }

    @Test
    void saysProbabilities() {
        for (Line line : judged("<div>" + TEXT + "<p>Share</p><p>12 comments</p></div>"))
            assertThat(line.probability).isBetween(0f, 1f);
    }

    @Test
    void saysTheSameEachTime() {
        assertThat(judged(TEXT))
                .extracting(line -> line.probability)
                .isEqualTo(judged(TEXT).stream().map(line -> line.probability).toList());
    }

    @Test
    void aJudgeThatBelievesNothingLeavesNothing() {
        Judge doubter = Judge.of(List.of(": -9"), List.of(": -9"));
        Cleaner cleaner = new Cleaner(CleanOptions.DEFAULT, doubter);
        assertThat(cleaner.clean(Pages.page("<body><article>" + TEXT + "</article></body>")))
                .isInstanceOf(Outcome.Drop.class);
    }

    @Test
    void aJudgeThatBelievesAllIsStillContradictedByRules() {
        Judge believer = Judge.of(List.of(": 9"), List.of(": 9"));
        Article article = article(
                new Cleaner(CleanOptions.DEFAULT, believer),
                "<body><article>" + TEXT + "<p>© 2024 Lakeside Post</p></article></body>");
        assertThat(article.text()).endsWith("than had been planned.");
    }

    @Test
    void theSecondForestSeesWhatTheFirstSaid() {
        Outline outline = Pages.outline("<body>" + TEXT + "</body>");
        float[] said = {0.2f, 0.4f, 0.8f};
        float[] row = new Judge.Opinions(outline, said).of(outline.lines().get(1), new float[Features.COUNT]);
        assertThat(row).hasSize(Judge.Opinions.COUNT);
        assertThat(List.of(row[Features.COUNT], row[Features.COUNT + 1], row[Features.COUNT + 2]))
                .containsExactly(0.4f, 0.2f, 0.8f);
        assertThat(row[Features.COUNT + 3]).isEqualTo(-1);
    }

    @Test
    void withoutAJudgeTheRulesDecide() {
        Cleaner rules = new Cleaner(new CleanOptions(120, 1 << 20, 60, Set.of("judge")));
        Article article =
                article(rules, "<body><main>" + TEXT + "<div class=share><p>Tell all</p></div></main></body>");
        assertThat(article.text()).endsWith("than had been planned.");
        assertThat(article.removed()).extracting("reason").containsExactly("share");
    }

    @Test
    void manyThreadsMayShareACleaner() throws Exception {
        Cleaner cleaner = new Cleaner();
        List<String> pages = pages();
        List<Outcome<Article>> alone =
                pages.stream().map(page -> cleaner.clean(Pages.page(page))).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Outcome<Article>>> together = new ArrayList<>();
            for (int round = 0; round < 4; round++)
                for (String page : pages) together.add(threads.submit(() -> cleaner.clean(Pages.page(page))));
            for (int i = 0; i < together.size(); i++)
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % pages.size()));
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        for (String slug : GoldenPagesTest.slugs())
            pages.add(Files.readString(
                    Path.of("src/test/resources/pages", slug, "page.html"), StandardCharsets.ISO_8859_1));
        return pages;
    }

    private List<Line> judged(String body) {
        Outline outline = Pages.outline("<body>" + body + "</body>");
        judge.judge(outline, features(outline));
        return outline.lines();
    }

    private static Features features(Outline outline) {
        return new Features(outline, new Facts(), PHRASES, RULES);
    }

    private static Article article(Cleaner cleaner, String html) {
        return ((Outcome.Emit<Article>) cleaner.clean(Pages.page(html))).value();
    }
}
