package dev.newsmill.clean;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule beside the learned judge: it says why a line that the judge doubts goes, and a sure one overrules the judge. */
record Explained(LineRule rule, boolean sure) implements LineWise {
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

    Explained(LineRule rule) {
        this(rule, SURE.contains(rule.name()));
    }

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public @Nullable String against(Line line, Main main) {
        return sure || line.probability < TrimRules.LIKELY ? rule.against(line, main) : null;
    }
}
