package dev.newsmill.clean;

import java.util.List;

/** What the hand-written rules alone would make of each line: outside of the main region, kept, or taken by a rule. */
final class RuleOpinion {
    static final int OUTSIDE = 0;
    static final int KEPT = 1;

    private final byte[] verdicts;

    RuleOpinion(Outline outline, Facts facts, List<TrimRule> rules) {
        verdicts = new byte[outline.lines().size()];
        Region region = MainFinder.find(outline);
        if (region == null) return;
        Main main = new Main(outline, region, facts, false);
        for (int i = region.firstLine; i < region.endLine; i++) verdicts[i] = KEPT;
        for (int r = 0; r < rules.size(); r++) {
            rules.get(r).apply(main);
            for (Line line : main.lines())
                if (!line.kept() && verdicts[line.index] == KEPT) verdicts[line.index] = (byte) (KEPT + 1 + r);
        }
        for (Line line : main.lines()) line.restore();
    }

    /** {@link #OUTSIDE}, {@link #KEPT}, or above that the number of the rule that took the line. */
    int of(Line line) {
        return verdicts[line.index];
    }
}
