package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RolesTest {

    /** "Jonas Lund" is the person in each text; what stands in {@code named} is a name too. */
    @ParameterizedTest
    @CsvFileSource(resources = "roles.csv", delimiter = '\t', quoteCharacter = '\0')
    void findsTheRole(String text, String named, @Nullable String expected) {
        Tokens tokens = Tokenizer.tokenize(text);
        BitSet names = new BitSet();
        for (String name : named.split(",")) mark(tokens, name, names);
        int first = mark(tokens, "Jonas Lund", names);
        assertThat(new Roles(tokens, names).of(new Tagger.Span(0, first, first + 1)))
                .isEqualTo(expected);
    }

    private static int mark(Tokens tokens, String name, BitSet names) {
        int begin = tokens.text().indexOf(name);
        int first = tokens.tokenAt(begin);
        names.set(first, tokens.tokenAt(begin + name.length() - 1) + 1);
        return first;
    }
}
