package dev.newsmill.app.replay;

import java.lang.module.ModuleDescriptor.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition on the version of a stage: {@code clean<1.1}, {@code enrich>=2.0}, {@code clean=1.0}. */
public record VersionCondition(String stage, String operator, String version) {
    private static final Pattern TEXT =
            Pattern.compile("([a-z][a-z0-9-]{0,40})\\s*(<=|>=|!=|<|>|=)\\s*(\\d[\\w.-]{0,40})");

    /** @throws IllegalArgumentException if the text is no such condition */
    public static VersionCondition parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) throw new IllegalArgumentException("'" + text + "' is no condition on a version");
        return new VersionCondition(parts.group(1), parts.group(2), parts.group(3));
    }

    /** True if this version is asked for. What is no version never is. */
    public boolean accepts(String actual) {
        int order;
        try {
            order = Version.parse(actual).compareTo(Version.parse(version));
        } catch (IllegalArgumentException e) {
            return false;
        }
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "!=" -> order != 0;
            default -> order == 0;
        };
    }
}
