package dev.newsmill.enrich.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known of a language: the files of its folder. Immutable once read.
 *
 * @param functionWords small words that give the language away
 * @param pastEnding how most of its verbs end in the past
 * @param futureEndings how most of its verbs end in a future of one word
 * @param direction judges whether a date looks ahead
 * @param filter judges whether a phrase is meant as a time
 */
record Language(
        Lexicon lexicon,
        Numerals numerals,
        Grammar grammar,
        Set<String> functionWords,
        String pastEnding,
        List<String> futureEndings,
        LinearModel direction,
        Filter filter) {

    /** Reads the folder: {@code language.txt}, {@code words.txt}, {@code rules.txt}, and {@code filter.txt} if it is there. */
    static Language read(String code) {
        Map<String, String> settings = new HashMap<>();
        for (String line : Lines.of(code + "/language.txt")) {
            int equals = line.indexOf('=');
            settings.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        Lexicon lexicon = Lexicon.read(code + "/words.txt");
        String filter = code + "/filter.txt";
        return new Language(
                lexicon,
                new Numerals(lexicon, settings.getOrDefault("decimal", ".")),
                Grammar.read(code + "/rules.txt"),
                Set.copyOf(List.of(settings.getOrDefault("function", "").split(" "))),
                settings.getOrDefault("past-ending", ""),
                List.of(settings.getOrDefault("future-endings", "").split(" ")),
                LinearModel.read("direction.txt"),
                new Filter(Lines.exists(filter) ? LinearModel.read(filter) : null));
    }

    /** The same language with other models, for training. */
    Language with(LinearModel otherDirection, Filter otherFilter) {
        return new Language(
                lexicon, numerals, grammar, functionWords, pastEnding, futureEndings, otherDirection, otherFilter);
    }
}
