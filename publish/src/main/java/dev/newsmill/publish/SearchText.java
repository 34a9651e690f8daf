package dev.newsmill.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person types into a search box: words, "phrases", and either with a minus before it to rule it out. Any text
 * is a query; what is no word is ignored.
 *
 * @param wanted phrases that an article must have, each of one or more words
 * @param unwanted phrases that it must not have
 */
record SearchText(List<List<String>> wanted, List<List<String>> unwanted) {
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|(\\S+))");
    private static final int LONGEST = 2000;
    private static final int MOST_TERMS = 50;
    private static final int MOST_WORDS = 50;

    static SearchText parse(String text) {
        List<List<String>> wanted = new ArrayList<>();
        List<List<String>> unwanted = new ArrayList<>();
        Matcher terms = TERM.matcher(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        for (int i = 0; i < MOST_TERMS && terms.find(); i++) {
            String term = terms.group(2) == null ? terms.group(3) : terms.group(2);
            List<String> words = Words.of(term, MOST_WORDS);
            if (!words.isEmpty()) (terms.group(1).isEmpty() ? wanted : unwanted).add(words);
        }
        return new SearchText(List.copyOf(wanted), List.copyOf(unwanted));
    }
}
