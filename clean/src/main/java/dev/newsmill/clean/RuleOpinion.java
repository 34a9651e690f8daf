package dev.newsmill.clean;

/** What the hand-written rules alone would make of each line: outside of the main region, kept, or taken by a rule. */
final class RuleOpinion {
    static final int OUTSIDE = 0;
    static final int KEPT = 1;
    static final int TAKEN = 2;

    private final byte[] verdicts;

    RuleOpinion(Outline outline, Facts facts, RuleRow rules) {
        verdicts = new byte[outline.lines().size()];
        Region region = MainFinder.find(outline);
        if (region == null) return;
        Main main = new Main(outline, region, facts, false);
        rules.apply(main);
        for (Line line : main.lines()) {
            verdicts[line.index] = (byte) (line.kept() ? KEPT : TAKEN);
            line.restore();
        }
    }

    /** {@link #OUTSIDE}, {@link #KEPT} or {@link #TAKEN}. */
    int of(Line line) {
        return verdicts[line.index];
    }
}
