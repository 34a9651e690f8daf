package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a byline apart into the names of people: no job titles, no agencies, no addresses. Thread-safe. */
final class PersonNames {
    private static final Pattern NOISE = Pattern.compile(
            "\\S+@\\S+|https?://\\S+|www\\.\\S+|(?<=\\s)@\\w+|\\([^()]{0,80}\\)|\\[[^\\[\\]]{0,80}\\]|<[^<>]{0,80}>");
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:[;,|/•·&\\n‖]|\\s[-–—]\\s|(?<!\\p{L})(?:and|und|et|y|e|en|i|och|og|ja|ve|и|та|with|mit|avec|con|com|sowie|in)(?!\\p{L}))\\s*");
    private static final Pattern STAFF = Pattern.compile(
            "(?i)\\b(staff|correspondent|admin|administrator|editor|desk|newsroom|minutes?|super user|no author|unknown|anonymous)\\b");
    private static final Pattern DIGITS = Pattern.compile("\\d");
    private static final Pattern JOINT =
            Pattern.compile("[\\s|,]*(?:&|and|und|et|y|e|en|i|och|og|ja|ve|и|та|و|和)[\\s|]*");
    private static final Pattern GAPS = Pattern.compile("[,|\\s]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COLON = Pattern.compile("^[\\s:：]+");
    private static final Pattern AROUND_NAME = Pattern.compile("^[^\\p{L}]+|[^\\p{L}\\p{M}.]+$");
    private static final Pattern AROUND_WORD = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern PLACE = Pattern.compile("\\s+in\\s+\\p{Lu}[^,;&|]*");
    private static final Set<String> PARTICLES = Set.of(
            "de", "van", "von", "der", "den", "da", "dos", "das", "do", "bin", "ibn", "al", "el", "la", "di", "du",
            "le", "ter", "ten", "del", "della", "zu", "af", "av", "und", "y", "e", "i", "vom", "zum", "st");
    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 60;

    private final Set<String> jobs = new HashSet<>();
    private final Set<String> organisations = new HashSet<>();
    private final Set<String> degrees = new HashSet<>();
    private final Set<String> agencies = new HashSet<>();
    private final PhraseBook phrases;

    PersonNames(PhraseBook phrases) {
        this.phrases = phrases;
        jobs.addAll(WordList.read("job-words.txt"));
        organisations.addAll(WordList.read("org-words.txt"));
        degrees.addAll(WordList.read("degrees.txt"));
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

    /** The agency that {@code byline} names and nobody else; null if it names none. */
    @Nullable
    String agency(String byline) {
        String name = trimmed(withoutPrefix(byline));
        return isAgency(name) ? name : null;
    }

    /** An "and", perhaps after the job of the person before it. */
    private boolean joins(String between) {
        int last = Math.max(between.lastIndexOf(','), between.lastIndexOf('|')) + 1;
        String before = GAPS.matcher(between.substring(0, last)).replaceAll(" ").strip();
        return JOINT.matcher(between.substring(last)).matches()
                && (before.isEmpty() || Arrays.stream(before.split(" ")).anyMatch(word -> jobs.contains(bare(word))));
    }

    /** The agencies among the parts of a byline. */
    List<String> agencies(String byline) {
        String text = byline.length() > 500 ? byline.substring(0, 500) : byline;
        return Arrays.stream(SEPARATOR.split(text))
                .map(part -> trimmed(withoutPrefix(part)))
                .filter(this::isAgency)
                .distinct()
                .toList();
    }

    /** The people of a byline that opens with "by", up to the last whom it joins with "and"; empty if it joins none. */
    List<String> joined(String byline, @Nullable SiteName site) {
        if (phrases.opening(PhraseBook.Kind.BYLINE, byline) == null) return List.of();
        List<String> people = of(byline, site, true);
        int joined = 0;
        int end = 0;
        for (int i = 0; i < people.size(); i++) {
            int begin = byline.indexOf(people.get(i), end);
            if (begin < 0) break;
            if (i > 0 && joins(byline.substring(end, begin))) joined = i + 1;
            end = begin + people.get(i).length();
        }
        return people.subList(0, joined);
    }

    /** The people named in {@code byline}, in its order. */
    List<String> of(String byline, @Nullable SiteName site, boolean printed) {
        String text = withoutPrefix(NOISE.matcher(byline.length() > 500 ? byline.substring(0, 500) : byline)
                .replaceAll(" "));
        text = PLACE.matcher(text).replaceAll("");
        List<String> people = new ArrayList<>();
        for (String part : SEPARATOR.split(text)) {
            String name = bareName(withoutPrefix(part));
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
            left = COLON.matcher(left.substring(Math.min(left.length(), at + prefix.length())))
                    .replaceFirst("");
        }
        return left;
    }

    /** Without the date, the degrees and the agency that may follow a name. */
    private String bareName(String text) {
        Matcher digits = DIGITS.matcher(text);
        String name = trimmed(digits.find() && digits.start() > 0 ? text.substring(0, digits.start()) : text);
        if (digits.reset().find() && digits.start() == 0) return "";
        while (name.indexOf(' ') > 0 && !isAgency(name)) {
            String shorter = withoutAgency(name);
            int space = name.lastIndexOf(' ');
            if (degrees.contains(Key.of(name.substring(space))) && shouts(name.substring(space + 1)))
                shorter = name.substring(0, space);
            if (shorter.equals(name)) return name;
            name = trimmed(shorter);
        }
        return degrees.contains(Key.of(name)) && shouts(name) ? "" : name;
    }

    private String withoutAgency(String name) {
        for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1))
            if (isAgency(name.substring(space)) && name.length() - space > 3) return name.substring(0, space);
        return name;
    }

    /** Written in capitals, but for a letter or two, as degrees are: {@code PhD}. */
    private static boolean shouts(String word) {
        return word.chars().filter(Character::isUpperCase).count() >= 2;
    }

    private static String trimmed(String text) {
        return AROUND_NAME.matcher(text).replaceAll("").strip();
    }

    /** In print, among dates and places, a lone word is no name; unless the script writes names as one. */
    private boolean isPerson(String name, @Nullable SiteName site, boolean printed) {
        if (name.length() < 2 || name.length() > LONGEST) return false;
        String[] words = SPACES.split(name);
        if (words.length > MOST_WORDS || name.chars().anyMatch(Character::isDigit)) return false;
        for (String word : words) if (jobs.contains(bare(word))) return false;
        for (int i = 1; i < words.length; i++) if (organisations.contains(bare(words[i]))) return false;
        String key = Key.of(name);
        return !agencies.contains(key)
                && (site == null || !site.is(name))
                && (!printed || words.length > 1 || Glyphs.unspaced(name.charAt(0)) || name.charAt(0) >= 0xAC00)
                && Character.isLetter(name.charAt(0))
                && capitals(words);
    }

    private static String bare(String word) {
        return AROUND_WORD.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** Names of scripts with capitals have them, but for their particles. */
    private static boolean capitals(String[] words) {
        int small = 0;
        for (String word : words) if (Character.isLowerCase(word.charAt(0)) && !PARTICLES.contains(word)) small++;
        return small == 0;
    }
}
