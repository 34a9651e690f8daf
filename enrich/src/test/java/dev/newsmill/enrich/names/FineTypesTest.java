package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FineTypesTest {
    private static final FineTypes TYPES = new FineTypes(Places.load());

    @ParameterizedTest
    @CsvFileSource(resources = "fine-types.csv", delimiter = '|', numLinesToSkip = 1)
    void areToldFromTheNameItself(String name, String tagged, String type) {
        assertThat(TYPES.of(Tokenizer.tokenize("x " + name + " y"), span(name, tagged)))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "fine-types.csv", delimiter = '|', numLinesToSkip = 1)
    void areThoseOfTheTaggerForPeopleAndOrganisations(String name) {
        Tokens tokens = Tokenizer.tokenize("x " + name + " y");
        assertThat(TYPES.of(tokens, span(name, "PER"))).isEqualTo("PER");
        assertThat(TYPES.of(tokens, span(name, "ORG"))).isEqualTo("ORG");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "fine-types.csv", delimiter = '|', numLinesToSkip = 1)
    void makeAWorkOfWhatStandsInQuotationMarksAndIsNothingElse(String name, String tagged, String type) {
        Tokens tokens = Tokenizer.tokenize("x “" + name + "” y");
        String expected = type.equals("PRODUCT") ? "WORK" : type;
        Tagger.Span plain = span(name, tagged);
        assertThat(TYPES.of(tokens, new Tagger.Span(plain.type(), plain.first() + 1, plain.last() + 1)))
                .isEqualTo(expected);
    }

    private static Tagger.Span span(String name, String tagged) {
        int words = Tokenizer.tokenize(name).size();
        return new Tagger.Span(Labels.CLASSES.indexOf(tagged), 1, words);
    }
}
