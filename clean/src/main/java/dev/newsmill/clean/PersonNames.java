package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a byline apart into the names of people: no job titles, no agencies, no addresses. Thread-safe. */
final class PersonNames {
    private static final Pattern NOISE = Pattern.compile(
            "\\S+@\\S+|https?://\\S+|www\\.\\S+|(?<=\\s)@\\w+|\\([^()]{0,80}\\)|\\[[^\\[\\]]{0,80}\\]|<[^<>]{0,80}>");
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:[;,|/•·&\\n‖]|\\s[-–—]\\s|(?<!\\p{L})(?:and|und|et|y|e|en|i|och|og|ja|ve|и|та|with|mit|avec|con|com|sowie|in)(?!\\p{L}))\\s*");
    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 60;

    private final Set<String> jobs = new HashSet<>();
    private final Set<String> agencies = new HashSet<>();
    private final PhraseBook phrases;

    PersonNames(PhraseBook phrases) {
        this.phrases = phrases;
        jobs.addAll(WordList.read("job-words.txt"));
        WordList.read("agencies.txt").forEach(name -> agencies.add(Key.of(name)));
    }

    boolean isAgency(String name) {
        return agencies.contains(Key.of(name));
    }

    /** The people named in {@code byline}, in its order. */
    List<String> of(String byline, @Nullable String site) {
        String text = withoutPrefix(NOISE.matcher(byline.length() > 500 ? byline.substring(0, 500) : byline)
                .replaceAll(" "));
        List<String> people = new ArrayList<>();
        for (String part : SEPARATOR.split(text)) {
            String name = trimmed(withoutPrefix(part));
            if (isPerson(name, site) && !people.contains(name)) people.add(name);
        }
        return people;
    }

    private String withoutPrefix(String text) {
        String left = text.strip();
        for (int i = 0; i < 3; i++) {
            String prefix = phrases.opening(PhraseBook.Kind.BYLINE, left);
            if (prefix == null) return left;
            int at = left.toLowerCase(Locale.ROOT).indexOf(prefix);
            if (at < 0) return left;
            left = left.substring(Math.min(left.length(), at + prefix.length())).replaceFirst("^[\\s:：]+", "");
        }
        return left;
    }

    private static String trimmed(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}\\p{M}.]+$", "").strip();
    }

    private boolean isPerson(String name, @Nullable String site) {
        if (name.length() < 2 || name.length() > LONGEST) return false;
        String[] words = name.split("\\s+");
        if (words.length > MOST_WORDS || name.chars().anyMatch(Character::isDigit)) return false;
        for (String word : words) if (jobs.contains(word.toLowerCase(Locale.ROOT))) return false;
        String key = Key.of(name);
        return !agencies.contains(key)
                && !key.equals(Key.of(site))
                && Character.isLetter(name.charAt(0))
                && capital(words);
    }

    /** Names of scripts with capitals have one; a line of words in lower case is no name. */
    private static boolean capital(String[] words) {
        for (String word : words) if (!Character.isLowerCase(word.charAt(0))) return true;
        return false;
    }
}
