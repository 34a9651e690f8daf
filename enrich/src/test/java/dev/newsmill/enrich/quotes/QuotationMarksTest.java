package dev.newsmill.enrich.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class QuotationMarksTest {
    /** A text, and what stands between its marks, marks included. */
    @ParameterizedTest
    @CsvFileSource(resources = "marks.csv", delimiter = '\t', quoteCharacter = '\0')
    void arePaired(String text, String expected) {
        assertThat(quoted(text.replace("\\n", "\n"))).isEqualTo(expected.equals("-") ? "" : expected);
    }

    @Test
    void neverOverlap() {
        Tokens tokens = Tokenizer.tokenize("“A ‘b “c” d’ e” «f „g“ h» \"i 'j' k\" ".repeat(50));
        List<Quoted> found = new QuotationMarks(tokens).find();
        assertThat(found).isNotEmpty();
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).first()).isGreaterThan(found.get(i - 1).last());
        }
    }

    @Test
    void arePairedAnewInEachParagraph() {
        assertThat(quoted("An “opening without an end.\n\n“A whole one” here.")).isEqualTo("“A whole one”");
        assertThat(quoted("An “opening without an end.\n\nNothing here.")).isEmpty();
    }

    @Test
    void reachOverParagraphsThatEachOpenAnew() {
        assertThat(quoted("“We go.\n\n“We come back,” he said.")).isEqualTo("“We go. ; “We come back,”");
        assertThat(quoted("“We go.\n\nNobody spoke.")).isEmpty();
    }

    private static String quoted(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        return new QuotationMarks(tokens)
                .find().stream().map(q -> tokens.words(q.first(), q.last())).collect(Collectors.joining(" ; "));
    }
}
