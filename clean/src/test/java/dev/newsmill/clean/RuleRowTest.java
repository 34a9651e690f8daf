package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleRowTest {
    private final Outline outline = Pages.outline("<body><main><p>Some words of text stand here.</p><p>And some more"
            + " of them follow here.</p></main></body>");
    private final Main main = new Main(outline, outline.regions().get(0), new Facts(), false);

    @Test
    void theFirstRuleThatHasSomethingAgainstALineTakesIt() {
        new RuleRow(List.of(none("one"), all("two"), all("three"))).apply(main);
        assertThat(main.lines()).extracting(line -> line.removedBy).containsOnly("two");
    }

    @Test
    void rulesOfOtherKindsSeeWhatThoseBeforeThemLeft() {
        List<Integer> seen = new ArrayList<>();
        TrimRule counts = counts(seen);
        new RuleRow(List.of(counts, all("two"), counts, none("three"), counts)).apply(main);
        assertThat(seen).containsExactly(2, 0, 0);
    }

    @Test
    void theOpinionAsksTheSameRulesInAnotherOrder() {
        TrimRules rules = new TrimRules(PhraseBook.load(), new DateText());
        assertThat(rules.forOpinion())
                .extracting(TrimRule::name)
                .containsExactlyInAnyOrderElementsOf(
                        rules.all().stream().map(TrimRule::name).toList());
    }

    private static TrimRule all(String name) {
        return new LineRule(name, (line, main) -> "all");
    }

    private static TrimRule none(String name) {
        return new LineRule(name, (line, main) -> null);
    }

    private static TrimRule counts(List<Integer> seen) {
        return new TrimRule() {
            @Override
            public String name() {
                return "counts";
            }

            @Override
            public void apply(Main main) {
                seen.add((int) main.lines().stream().filter(Line::kept).count());
            }
        };
    }
}
