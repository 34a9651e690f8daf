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
    private static final Pattern STAFF =
            Pattern.compile("(?i)\\b(staff|correspondent|admin|administrator|editor|desk|newsroom|minutes?)\\b");
    private static final Pattern PLACE = Pattern.compile("\\s+in\\s+\\p{Lu}[^,;&|]*");
    private static final Set<String> PARTICLES = Set.of(
            "de", "van", "von", "der", "den", "da", "dos", "das", "do", "bin", "ibn", "al", "el", "la", "di", "du",
            "le", "ter", "ten", "del", "della", "zu", "af", "av", "und", "y", "e", "i", "vom", "zum", "st");
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

    /** Whether the name says only that somebody of the house wrote it. */
    boolean isStaff(String name) {
        return STAFF.matcher(name).find();
    }

    /** Whether the text opens with the words for "by" and a name after them. */
    boolean opensByline(String text) {
        String prefix = phrases.opening(PhraseBook.Kind.BYLINE, text);
        return prefix != null && text.length() < 120 && !of(text, null, true).isEmpty();
    }

    boolean isAgency(String name) {
        return agencies.contains(Key.of(name));
    }

    /** The people named in {@code byline}, in its order. */
    List<String> of(String byline, @Nullable SiteName site, boolean printed) {
        String text = withoutPrefix(NOISE.matcher(byline.length() > 500 ? byline.substring(0, 500) : byline)
                .replaceAll(" "));
        text = PLACE.matcher(text).replaceAll("");
        List<String> people = new ArrayList<>();
        for (String part : SEPARATOR.split(text)) {
            String name = trimmed(withoutPrefix(part));
            if (isPerson(name, site, printed) && !people.contains(name)) people.add(name);
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

    /** In print, among dates and places, a lone word is no name; unless the script writes names as one. */
    private boolean isPerson(String name, @Nullable SiteName site, boolean printed) {
        if (name.length() < 2 || name.length() > LONGEST) return false;
        String[] words = name.split("\\s+");
        if (words.length > MOST_WORDS || name.chars().anyMatch(Character::isDigit)) return false;
        for (String word : words) if (jobs.contains(bare(word))) return false;
        String key = Key.of(name);
        return !agencies.contains(key)
                && (site == null || !site.is(name))
                && (!printed || words.length > 1 || Glyphs.unspaced(name.charAt(0)) || name.charAt(0) >= 0xAC00)
                && Character.isLetter(name.charAt(0))
                && capitals(words);
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    /** Names of scripts with capitals have them, but for their particles. */
    private static boolean capitals(String[] words) {
        int small = 0;
        for (String word : words) if (Character.isLowerCase(word.charAt(0)) && !PARTICLES.contains(word)) small++;
        return small == 0;
    }
}
