package dev.newsmill.enrich.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** In the tables, {Jonas Lund} is a person whose entity is known by the last word. */
class QuoteFinderTest {
    private static final Pattern PERSON = Pattern.compile("\\{([^}]+)}");

    @ParameterizedTest
    @CsvFileSource(resources = "direct.csv", delimiter = '\t', quoteCharacter = '\0')
    void findsDirectSpeech(String text, String expected) {
        assertThat(quotes(text, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "indirect.csv", delimiter = '\t', quoteCharacter = '\0')
    void findsIndirectSpeech(String text, @Nullable String expected) {
        assertThat(quotes(text, false)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "no-quotes.csv", delimiter = '\t', quoteCharacter = '\0')
    void leavesOtherWordsBetweenMarksAlone(String text) {
        assertThat(find(text).stream().filter(Quote::direct)).isEmpty();
    }

    @Test
    void keepsTheOffsetsOfWhatIsQuoted() {
        Quote quote = find("Then \u201cwe go,\u201d said nobody. \u201cWe stay here,\u201d {Lund} said.")
                .get(0);
        assertThat(quote.begin()).isEqualTo(27);
        assertThat(quote.text()).isEqualTo("\u201cWe stay here,\u201d");
    }

    private static String quotes(String text, boolean direct) {
        List<String> found = find(text).stream()
                .filter(q -> q.direct() == direct)
                .map(q -> q.text() + " = " + q.speaker() + ", " + q.entity() + ", " + q.cue())
                .toList();
        return String.join(" ; ", found);
    }

    private static List<Quote> find(String marked) {
        List<EntityMention> people = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher matcher = PERSON.matcher(marked.replace("\\n", "\n"));
        while (matcher.find()) {
            String name = matcher.group(1);
            matcher.appendReplacement(text, Matcher.quoteReplacement(name));
            String entity = name.substring(name.lastIndexOf(' ') + 1);
            people.add(new EntityMention("PER", text.length() - name.length(), text.length(), name, entity, null));
        }
        matcher.appendTail(text);
        return new QuoteFinder(Tokenizer.tokenize(text.toString()), people).find();
    }
}
