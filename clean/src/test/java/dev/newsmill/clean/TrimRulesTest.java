package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Author;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule alone, on the smallest page that it changes and on some that look like it and stay whole. */
class TrimRulesTest {
    private static final List<String> TEXTS = List.of(
            "The ferry crossed the lake again on Friday, after two winters in the yard, with a band on board.",
            "It carried forty bicycles and a goat, the harbour master said, and nobody had paid for the goat.",
            "The hull had to be replaced plate by plate, which took longer than the council had planned for.",
            "Nobody in the two towns had believed that it would ever float again, least of all its captain.");

    private static final List<TrimRule> RULES = new TrimRules(PhraseBook.load(), new DateText()).all();
    private static final Map<String, TrimRule> BY_NAME =
            RULES.stream().collect(Collectors.toMap(TrimRule::name, rule -> rule));

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "trim-rules.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '\0')
    void takesWhatIsNoTextAndNothingElse(String rule, @Nullable String removed, String page) {
        Main main = main(page, false);
        rule(rule).apply(main);
        assertThat(removed(main)).isEqualTo(removed == null ? List.of() : List.of(removed.split(" / ")));
    }

    @Test
    void eachRuleHasCasesForItAndAgainstIt() throws IOException {
        assertThat(rulesThatAct(true)).isEqualTo(BY_NAME.keySet());
        assertThat(rulesThatAct(false)).isEqualTo(BY_NAME.keySet());
    }

    private static Set<String> rulesThatAct(boolean acting) throws IOException {
        Path cases = Path.of("src/test/resources/dev/newsmill/clean/trim-rules.csv");
        return Files.readAllLines(cases).stream()
                .skip(1)
                .map(line -> line.split("\\|", 3))
                .filter(parts -> parts[1].isEmpty() != acting)
                .map(parts -> parts[0])
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "navigation   | nav                | <nav><p>Harbour</p></nav>",
                "share        | sharebar wide      | <div class='sharebar wide'><p>Tell your friends</p></div>",
                "share        | inline             | <p><span class=share>Tell your friends</span></p>",
                "comments     | comments           | <div id=comments><p>What a goat!</p></div>",
                "byline       | Ida Holm           | <p>Ida Holm</p>",
                "byline       | names the author   | <p>By Ida Holm, Lakeside</p>",
                "date-line    | named date         | <p class=date>Week 18 of 2024</p>",
                "related-phrase | read more        | <p>Read more: The goat speaks</p>",
                "link-line    | link density 1.00  | <p><a href=/a>All about the ferry</a></p>",
                "caption      | figcaption         | <figure><figcaption>The pier</figcaption></figure>",
                "head         | 2 words            | <p>Lake traffic</p>",
                "headline-repeated | equal         | <p>The ferry returns to the lake</p>"
            })
    void saysWhatItMeasured(String rule, String measured, String part) {
        Main main = main(part + "++", false);
        rule(rule).apply(main);
        assertThat(main.lines().get(0).value).isEqualTo(measured);
    }

    @Test
    void aRuleThatWouldTakeMostOfThePageTakesNothing() {
        Main main = main("<div class=sidebar>" + TEXTS.get(0) + "</div><p>Short.</p>", false);
        rule("sidebar").apply(main);
        assertThat(removed(main)).isEmpty();
    }

    @Test
    void marksAroundTheMainPartSayNothingAboutWhatIsInIt() {
        Outline outline = Pages.outline("<body><div class=share><main>" + texts("++") + "</main></div>"
                + "<p>Some other text of the page stands here, and more of it follows below, as it does.</p>".repeat(3)
                + "</body>");
        Main main = new Main(outline, mainRegion(outline), new Facts(), false);
        rule("share").apply(main);
        assertThat(removed(main)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"outside", "unlikely", "whole-embeds", "headline-repeated", "repeated", "heading-of-nothing"})
    void aJudgeHasRulesOfItsOwn(String name) {
        assertThat(judged()).extracting(TrimRule::name).contains(name);
    }

    @Test
    void whatAJudgeDoubtsGoes() {
        Main main = main("+<p>Lake traffic at a glance</p>+", true);
        believe(main, 0.9f);
        main.lines().get(1).probability = 0.07f;
        judge(main);
        assertThat(removed(main)).containsExactly("Lake traffic at a glance");
        assertThat(main.lines().get(1).removedBy).isEqualTo("unlikely");
        assertThat(main.lines().get(1).value).isEqualTo("p 0.07");
    }

    @Test
    void whatAJudgeDoubtsGoesForTheReasonThatARuleHas() {
        Main main = main("+<div class=sidebar><p>Lake traffic at a glance</p></div>+", true);
        believe(main, 0.9f);
        main.lines().get(1).probability = 0.3f;
        judge(main);
        assertThat(main.lines().get(1).removedBy).isEqualTo("sidebar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sidebar           | false | <div class=sidebar><p>Lake traffic at a glance</p></div>",
                "aside             | false | <aside><p>Lake traffic at a glance</p></aside>",
                "link-line         | false | <p><a href=/lake>Lake traffic at a glance</a></p>",
                "related-phrase    | true  | <p>Read more: The goat speaks</p>",
                "copyright         | true  | <p>© 2024 Lakeside Post</p>",
                "clock             | true  | <p>14:05</p>",
                "comments          | true  | <div id=comments><p>What a goat!</p></div>",
                "headline-repeated | true  | <p>The ferry returns to the lake</p>"
            })
    void onlySureRulesContradictAJudge(String rule, boolean sure, String part) {
        Main main = main("+" + part + "+", true);
        believe(main, 0.9f);
        judge(main);
        assertThat(main.lines().get(1).removedBy).isEqualTo(sure ? rule : null);
    }

    @Test
    void whatStandsAfterTheMainPartNeedsAJudgesWord() {
        Outline outline = Pages.outline("<body><main>" + texts("++") + "</main><p>One</p><p>Two</p></body>");
        Main main = new Main(outline, mainRegion(outline), new Facts(), true);
        believe(main, 0.9f);
        main.lines().get(2).probability = 0.4f;
        judge(main);
        assertThat(main.lines().get(2).removedBy).isEqualTo("outside");
        assertThat(main.lines().get(3).kept()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "0.004, 0.00", "0.05, 0.05", "0.8333, 0.83", "1, 1.00"})
    void writesSharesWithTwoDigits(float share, String written) {
        assertThat(TrimRules.hundredths(share)).isEqualTo(written);
    }

    private static TrimRule rule(String name) {
        TrimRule rule = BY_NAME.get(name);
        assertThat(rule).as("the rule " + name).isNotNull();
        return Objects.requireNonNull(rule);
    }

    private static List<TrimRule> judged() {
        return new TrimRules(PhraseBook.load(), new DateText()).withJudge();
    }

    private static void judge(Main main) {
        new RuleRow(judged()).apply(main);
    }

    private static void believe(Main main, float probability) {
        for (Line line : main.lines()) line.probability = probability;
    }

    private static Main main(String page, boolean judged) {
        Outline outline = Pages.outline("<body><main>" + texts(page) + "</main></body>");
        Facts facts = new Facts();
        facts.headline = "The ferry returns to the lake";
        facts.authors.add(new Author("Ida Holm", null));
        return new Main(outline, mainRegion(outline), facts, judged);
    }

    private static Region mainRegion(Outline outline) {
        return outline.regions().stream()
                .filter(region -> region.tag == Tag.MAIN)
                .findFirst()
                .orElseThrow();
    }

    /** The page with a paragraph for each plus. */
    private static String texts(String page) {
        String html = page;
        for (String text : TEXTS) html = html.replaceFirst("\\+", "<p>" + text + "</p>");
        return html;
    }

    private static List<String> removed(Main main) {
        return main.lines().stream()
                .filter(line -> !line.kept())
                .map(line -> line.text)
                .toList();
    }
}
