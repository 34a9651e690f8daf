package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WholeNamesTest {
    /** A text with its names in square brackets, each with its class, and the whole names of its organisations. */
    @ParameterizedTest
    @CsvFileSource(resources = "whole-names.csv", delimiter = '|', numLinesToSkip = 1)
    void areThoseThatAnOrganisationIsPartOf(String marked, String expected) {
        assertThat(wholeNames(marked, "ORG")).isEqualTo(expected);
    }

    @Test
    void ofPlacesPeoplesAndPersonsAreTheirOwn() {
        String marked = "[ORG University of] [LOC Agder] and [NORP Nordic] [ORG Council] and [PER Lund] of [LOC Oslo]";
        assertThat(wholeNames(marked, "LOC")).isEqualTo("Agder / Oslo");
        assertThat(wholeNames(marked, "NORP")).isEqualTo("Nordic");
        assertThat(wholeNames(marked, "PER")).isEqualTo("Lund");
    }

    @Test
    void haveAnEnd() {
        String marked = "[ORG Council of] ".repeat(1000) + "[LOC Agder]";
        String[] names = wholeNames(marked, "ORG").split(" / ");
        assertThat(names).hasSize(1000).allSatisfy(name -> assertThat(name).hasSizeLessThan(100));
    }

    private static String wholeNames(String marked, String type) {
        StringBuilder text = new StringBuilder();
        List<Tagger.Span> spans = new ArrayList<>();
        for (String part : marked.split("(?=\\[)|(?<=\\])")) {
            boolean name = part.startsWith("[");
            int space = part.indexOf(' ');
            String words = name ? part.substring(space + 1, part.length() - 1) : part;
            int first = Tokenizer.tokenize(text.toString()).size();
            text.append(words);
            int last = Tokenizer.tokenize(text.toString()).size() - 1;
            if (name) spans.add(new Tagger.Span(Labels.CLASSES.indexOf(part.substring(1, space)), first, last));
        }
        Tokens tokens = Tokenizer.tokenize(text.toString());
        WholeNames whole = new WholeNames(tokens, spans);
        return IntStream.range(0, spans.size())
                .filter(i -> spans.get(i).type() == Labels.CLASSES.indexOf(type))
                .mapToObj(whole::of)
                .collect(Collectors.joining(" / "));
    }
}
