package dev.newsmill.app.replay;

import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Evidence;
import dev.newsmill.message.Removed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why two states of an article differ, as far as their own evidence says: the rule that removed other parts, the source
 * that gave a field, the rule that found a name. What follows from the text, such as offsets of names, is no cause where
 * the text differs.
 */
final class Causes {
    private static final int MOST_RULES = 3;
    private static final Set<String> TEXTS = Set.of("text", "blocks");
    private static final Set<String> FROM_TEXT =
            Set.of("blocks", "mentions", "entities", "timexes", "quotes", "annotations");

    private Causes() {}

    /** At least one, in the order of the alphabet. */
    static SortedSet<String> of(Verdict verdict) {
        EnrichedArticle before = verdict.before();
        EnrichedArticle after = verdict.after();
        SortedSet<String> causes = new TreeSet<>();
        if (before == null || after == null) {
            causes.add(verdict.kind() == Verdict.Kind.accepted ? "a new article" : String.valueOf(verdict.why()));
            return causes;
        }
        boolean textDiffers = verdict.changed().contains("text");
        for (String field : verdict.changed()) {
            if (!(textDiffers && FROM_TEXT.contains(field))) causes.addAll(of(field, before, after));
        }
        return causes;
    }

    private static Set<String> of(String field, EnrichedArticle before, EnrichedArticle after) {
        if (TEXTS.contains(field)) return rules(field, before.article(), after.article());
        if (field.equals("mentions") || field.equals("entities")) return names(field, before, after);
        Evidence was = before.article().evidence().get(field);
        Evidence is = after.article().evidence().get(field);
        return was == null && is == null ? Set.of(field) : Set.of(field + ": " + sources(was, is));
    }

    private static String sources(@Nullable Evidence was, @Nullable Evidence is) {
        String before = was == null ? "nothing" : was.source();
        String after = is == null ? "nothing" : is.source();
        return before.equals(after) ? before + ", read differently" : before + " → " + after;
    }

    /** The rules whose removals differ, those that differ in most characters first. */
    private static Set<String> rules(String field, Article before, Article after) {
        Map<String, Long> chars = new HashMap<>();
        Set<Removed> was = new HashSet<>(before.removed());
        Set<Removed> is = new HashSet<>(after.removed());
        for (Removed part : was) if (!is.contains(part)) chars.merge(part.reason(), (long) -part.chars(), Long::sum);
        for (Removed part : is) if (!was.contains(part)) chars.merge(part.reason(), (long) part.chars(), Long::sum);
        List<String> rules = chars.entrySet().stream()
                .filter(rule -> rule.getValue() != 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> rule) -> -Math.abs(rule.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_RULES)
                .map(rule -> "rule " + rule.getKey() + " removes " + (rule.getValue() > 0 ? "more" : "less"))
                .toList();
        return rules.isEmpty() ? Set.of(field + ": the same rules, other text") : Set.copyOf(rules);
    }

    private static Set<String> names(String field, EnrichedArticle before, EnrichedArticle after) {
        Set<EntityMention> was = Set.copyOf(before.mentions());
        Set<EntityMention> is = Set.copyOf(after.mentions());
        Set<String> sources = new HashSet<>();
        for (EntityMention name : was) if (!is.contains(name)) sources.add(source(name));
        for (EntityMention name : is) if (!was.contains(name)) sources.add(source(name));
        Set<String> causes = new HashSet<>();
        sources.forEach(source -> causes.add("names by " + source));
        return causes.isEmpty() ? Set.of(field) : causes;
    }

    private static String source(EntityMention name) {
        return name.source() == null ? "an unnamed rule" : name.source();
    }
}
