package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.WordList;
import dev.newsmill.message.EntityMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the mentions that name the same: a surname and the full name before it, a company with and without its
 * legal form, a country under two names, an acronym and the name whose initials it has or behind which it stands in
 * brackets. One text; not thread-safe.
 */
final class Grouping {
    private static final WordList COMPANY_FORMS = WordList.load(Grouping.class, "company-forms.txt");
    private static final WordList PARTICLES = WordList.load(Grouping.class, "surname-particles.txt");
    /** Words inside names that no name ends with, and that give acronyms no letter. */
    static final WordList SMALL_WORDS =
            WordList.of("of", "the", "and", "for", "de", "du", "del", "la", "in", "on", "von", "für", "des");

    private final Links links;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Group> byKey = new HashMap<>();
    private final Map<String, Group> bySurname = new HashMap<>();
    private final Map<String, Group> byFirstName = new HashMap<>();

    Grouping(Links links) {
        this.links = links;
    }

    /** Adds the next mention of the text, which is the whole, or part of, the name {@code whole}; answers its group. */
    Group add(EntityMention mention, String whole) {
        String key = key(mention.type(), whole);
        Group group = byKey.get(key);
        if (group == null && mention.type().equals("PER")) group = person(mention);
        if (group == null) {
            group = new Group();
            groups.add(group);
        }
        byKey.put(key, group);
        if (mention.type().equals("PER")) index(words(mention.text()), group);
        group.add(mention, whole);
        return group;
    }

    /** Takes what stands in brackets behind a name as another name for the same, if it may be short for it. */
    void alias(EntityMention shortName, Group full) {
        boolean organisations = shortName.type().equals("ORG") && isOrganisation(full);
        if (organisations && isShortFor(shortName.text(), full.name()))
            byKey.putIfAbsent(key(shortName.type(), shortName.text()), full);
    }

    /** "KfW" for "Kreditanstalt für Wiederaufbau": one word with capitals in it, all of its letters in order in the name. */
    private static boolean isShortFor(String name, String full) {
        long capitals = name.chars().filter(Character::isUpperCase).count();
        if (capitals < 2 || name.length() > full.length() / 2 || name.chars().anyMatch(c -> !Character.isLetter(c)))
            return false;
        String letters = full.toLowerCase(Locale.ROOT);
        int at = -1;
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            at = letters.indexOf(c, at + 1);
            if (at < 0) return false;
        }
        return true;
    }

    /** The groups by first mention, acronyms put to their long forms. */
    List<Group> groups() {
        joinAcronyms();
        return groups.stream()
                .sorted(Comparator.comparingInt(g -> g.mentions.get(0).begin()))
                .toList();
    }

    private @Nullable Group person(EntityMention mention) {
        String[] words = words(mention.text());
        String last = words[words.length - 1];
        if (words.length == 1) {
            Group known = bySurname.get(last);
            return known != null ? known : byFirstName.get(last);
        }
        Group known = bySurname.get(words[0] + " " + last);
        if (known == null && PARTICLES.contains(words[0])) known = withSurname(mention.text(), last);
        if (known != null) return known;
        Group alone = byKey.get("PER " + last);
        return alone != null && words(alone.name()).length == 1 ? alone : null;
    }

    /** "van Holm" for Ludwig van Holm. */
    private @Nullable Group withSurname(String surname, String last) {
        Group known = bySurname.get(last);
        boolean same =
                known != null && known.name().toLowerCase(Locale.ROOT).endsWith(" " + surname.toLowerCase(Locale.ROOT));
        return same ? known : null;
    }

    private void index(String[] words, Group group) {
        if (words.length < 2) return;
        String last = words[words.length - 1];
        bySurname.put(last, group);
        bySurname.put(words[0] + " " + last, group);
        if (!PARTICLES.contains(words[0])) byFirstName.putIfAbsent(words[0], group);
    }

    private String key(String type, String name) {
        return switch (type) {
            case "PER" -> "PER " + String.join(" ", words(name));
            case "ORG" -> "ORG " + withoutForm(words(name));
            case "GPE", "LOC", "FAC" ->
                "LOC " + links.country(name, "GPE").stream().findFirst().orElseGet(() -> String.join(" ", words(name)));
            case "NORP" -> "NORP " + singular(String.join(" ", words(name)));
            default -> "MISC " + String.join(" ", words(name));
        };
    }

    private static String singular(String people) {
        return people.length() > 4 && people.endsWith("s") && !people.endsWith("ss")
                ? people.substring(0, people.length() - 1)
                : people;
    }

    private static String withoutForm(String[] words) {
        int n = words.length;
        while (n > 1 && COMPANY_FORMS.contains(words[n - 1])) n--;
        int first = n > 1 && words[0].equals("the") ? 1 : 0;
        return String.join(" ", List.of(words).subList(first, n));
    }

    private static String[] words(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace(".", "");
        String[] words = plain.strip().split("[\\s\u00a0,]+");
        return words.length == 0 || words[0].isEmpty() ? new String[] {name} : words;
    }

    private void joinAcronyms() {
        Map<String, Group> byInitials = new HashMap<>();
        for (Group group : groups) {
            String initials = initials(group.name());
            if (initials.length() > 1 && isOrganisation(group)) byInitials.putIfAbsent(initials, group);
        }
        Set<Group> joined = new HashSet<>();
        for (Group group : groups) {
            String name = group.name().replace(".", "");
            Group full = isAcronym(name) && isOrganisation(group) ? byInitials.get(name) : null;
            if (full == null || full == group) continue;
            full.take(group);
            joined.add(group);
        }
        groups.removeAll(joined);
    }

    private static boolean isOrganisation(Group group) {
        return group.type().equals("ORG") || group.type().equals("GPE");
    }

    private static boolean isAcronym(String name) {
        return name.length() >= 2 && name.length() <= 8 && name.chars().allMatch(Character::isUpperCase);
    }

    private static String initials(String name) {
        String[] words = name.split("[\\s\u00a0-]+");
        if (words.length < 2) return "";
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (!word.isEmpty() && !SMALL_WORDS.contains(word.toLowerCase(Locale.ROOT)))
                initials.append(word.charAt(0));
        }
        return initials.toString();
    }
}
