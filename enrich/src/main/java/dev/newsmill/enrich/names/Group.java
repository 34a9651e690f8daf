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
    private static final int MOST_ROLES = 10;
    /** Shorter names in capitals may be acronyms. */
    private static final int LONGEST_ACRONYM = 4;

    final List<EntityMention> mentions = new ArrayList<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private String name = "";

    /** The fullest form in the text; one that is not all capitals where there is a choice. */
    String name() {
        String folded = name.replaceAll("\\s+", " ");
        return isPlace() && isShouted(name) && name.length() > LONGEST_ACRONYM ? spoken(folded) : folded;
    }

    private boolean isPlace() {
        return type().equals("GPE") || type().equals("LOC");
    }

    /** "New York" for NEW YORK, as datelines have it. */
    private static String spoken(String shouted) {
        StringBuilder name = new StringBuilder(shouted);
        for (int i = 1; i < name.length(); i++)
            if (Character.isLetter(shouted.charAt(i - 1))) name.setCharAt(i, Character.toLowerCase(shouted.charAt(i)));
        return name.toString();
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

    /** Adds a mention that is the whole, or part of, {@code whole}. */
    void add(EntityMention mention, String whole) {
        mentions.add(mention);
        take(whole);
    }

    private void take(String text) {
        if (name.isEmpty() || isFuller(text, name)) name = text;
    }

    void addRole(String role) {
        if (roles.size() < MOST_ROLES) roles.add(role);
    }

    List<String> roles() {
        return List.copyOf(roles);
    }

    /** Takes over what the other has. */
    void take(Group other) {
        mentions.addAll(other.mentions);
        take(other.name);
        mentions.sort(Comparator.comparingInt(EntityMention::begin));
        other.roles.forEach(this::addRole);
    }
}
