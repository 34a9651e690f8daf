package dev.newsmill.enrich.names;

import dev.newsmill.message.EntityMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Mentions of the same entity, in the making. */
final class Group {
    final List<EntityMention> mentions = new ArrayList<>();
    final Set<String> roles = new LinkedHashSet<>();

    /** The fullest form in the text; one that is not all capitals where there is a choice. */
    String name() {
        String best = mentions.get(0).text();
        for (EntityMention mention : mentions) if (isFuller(mention.text(), best)) best = mention.text();
        return best.replaceAll("\\s+", " ");
    }

    private static boolean isFuller(String text, String best) {
        boolean shouted = isShouted(text);
        if (shouted != isShouted(best) && text.length() > 4 && best.length() > 4) return !shouted;
        return text.length() > best.length();
    }

    private static boolean isShouted(String text) {
        return text.chars().noneMatch(Character::isLowerCase);
    }

    /** The type that most mentions have; of equals the one that stands first. */
    String type() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (EntityMention mention : mentions) counts.merge(mention.type(), 1, Integer::sum);
        String best = mentions.get(0).type();
        for (var count : counts.entrySet()) if (count.getValue() > counts.getOrDefault(best, 0)) best = count.getKey();
        return best;
    }

    void add(EntityMention mention) {
        mentions.add(mention);
    }

    /** Takes over what the other has. */
    void take(Group other) {
        mentions.addAll(other.mentions);
        mentions.sort(Comparator.comparingInt(EntityMention::begin));
        roles.addAll(other.roles);
    }
}
