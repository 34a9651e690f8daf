package dev.newsmill.clean;

import java.util.Set;

/** A rule beside the learned judge: it gives its own name as the reason, and a sure one overrules all but certainty. */
record Explained(LineRule rule) implements TrimRule {
    /** Rules that were right more often than the judge on pages that it had not seen. */
    private static final Set<String> SURE = Set.of(
            "related-phrase",
            "newsletter-phrase",
            "advertisement-phrase",
            "copyright",
            "newsletter",
            "advertisement",
            "comments");

    private static final float CERTAIN = 0.97f;

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public void apply(Main main) {
        float limit = SURE.contains(name()) ? CERTAIN : TrimRules.LIKELY;
        for (Line line : main.lines()) {
            if (!line.kept() || line.probability >= limit) continue;
            String measured = rule.test().against(line, main);
            if (measured != null) line.remove(name(), measured);
        }
    }
}
