package dev.newsmill.clean;

import java.util.Set;

/** A rule beside the learned judge: it says why a line that the judge doubts goes, and a sure one overrules the judge. */
record Explained(LineRule rule) implements TrimRule {
    /** Where these match, they are right as often as the judge, and readers would not forgive what they catch. */
    private static final Set<String> SURE = Set.of(
            "related-phrase",
            "newsletter-phrase",
            "advertisement-phrase",
            "copyright",
            "clock",
            "pull-quote",
            "newsletter",
            "advertisement",
            "comments",
            "consent");

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public void apply(Main main) {
        boolean sure = SURE.contains(name());
        for (Line line : main.lines()) {
            if (!line.kept() || (!sure && line.probability >= TrimRules.LIKELY)) continue;
            String measured = rule.test().against(line, main);
            if (measured != null) line.remove(name(), measured);
        }
    }
}
