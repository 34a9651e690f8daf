package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NumeralsTest {

    /** The values of all numbers of a class that start with the text. */
    @ParameterizedTest
    @CsvFileSource(resources = "numbers.csv", delimiter = '|', numLinesToSkip = 1)
    void readsNumbersInDigitsAndInWords(String language, String text, String type, @Nullable String values) {
        Language known = Language.read(language);
        List<Token> tokens = Tokenizer.tokens(text);
        Atoms atoms = new Atoms(tokens, known.lexicon(), known.numerals());
        List<String> found = new ArrayList<>();
        for (Atom atom : atoms.at(text.startsWith("A") ? 1 : 0)) if (atom.type().equals(type)) found.add(value(atom));
        assertThat(found.stream().distinct().collect(Collectors.joining(" "))).isEqualTo(values == null ? "" : values);
    }

    private static String value(Atom atom) {
        Meaning meaning = atom.meaning();
        if (meaning.has(Field.Y)) return String.valueOf(meaning.get(Field.Y));
        if (meaning.has(Field.HH)) return String.valueOf(meaning.get(Field.HH));
        return BigDecimal.valueOf(meaning.get(Field.N), 3).stripTrailingZeros().toPlainString();
    }
}
