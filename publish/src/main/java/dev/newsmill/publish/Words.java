package dev.newsmill.publish;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cuts text into the words that the search index knows: letters and digits only, lower case, without accents. Both the
 * index and the queries are made of these, so that they match alike in every database and no word can be an operator.
 */
final class Words {
    /** A run of letters without end is cut into pieces, so that no more of it is folded than is asked for. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{1,200}");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Scripts that put no blanks between words: each character is a word, a query for several of them a phrase. */
    private static final Set<UnicodeScript> WITHOUT_BLANKS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Longer words are cut; the databases' own limits are far above. */
    private static final int LONGEST = 60;

    private Words() {}

    /**
     * A piece of text without blanks or punctuation, and the words that it counts as.
     *
     * @param begin offset in the text
     */
    record Word(int begin, List<String> folded) {}

    /** The folded words of {@code text}, up to {@code limit}. */
    static List<String> of(String text, int limit) {
        return in(text).flatMap(word -> word.folded().stream()).limit(limit).toList();
    }

    static Stream<Word> in(String text) {
        Matcher words = WORD.matcher(text);
        return words.results().map(match -> new Word(match.start(), fold(match.group())));
    }

    private static List<String> fold(String word) {
        if (isAscii(word)) return List.of(cut(word.toLowerCase(Locale.ROOT)));
        List<String> folded = new ArrayList<>(2);
        String letters = MARKS.matcher(decompose(word)).replaceAll("");
        for (String part : BETWEEN.split(letters)) split(part.toLowerCase(Locale.ROOT), folded);
        return folded;
    }

    private static String decompose(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD);
    }

    private static void split(String part, List<String> words) {
        int begin = 0;
        for (int at = 0; at < part.length(); at += Character.charCount(part.codePointAt(at))) {
            if (!standsAlone(part.codePointAt(at))) continue;
            add(part.substring(begin, at), words);
            begin = at + Character.charCount(part.codePointAt(at));
            add(part.substring(at, begin), words);
        }
        add(part.substring(begin), words);
    }

    private static void add(String word, List<String> words) {
        if (!word.isEmpty()) words.add(cut(word));
    }

    /** Never between the halves of a pair of surrogates. */
    private static String cut(String word) {
        if (word.length() <= LONGEST) return word;
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static boolean standsAlone(int codePoint) {
        return codePoint > 0x0E00 && WITHOUT_BLANKS.contains(UnicodeScript.of(codePoint));
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) return false;
        }
        return true;
    }
}
