package dev.newsmill.enrich.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.message.EntityMention;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may have spoken in a stretch of text, and where a paragraph begins. */
class NamesTest {
    private static final String TEXT = "Acme told Jonas Lund and Anna Berg that Norway and the Danube were far away.";
    private static final Tokens TOKENS = Tokenizer.tokenize(TEXT);
    private static final Names NAMES =
            new Names(TOKENS, mentions("ORG Acme", "PER Jonas Lund", "PER Anna Berg", "GPE Norway", "LOC Danube"));

    @ParameterizedTest
    @CsvSource({
        "0, 99, Jonas Lund, Anna Berg",
        "0, 2, Acme, Acme",
        "0, 3, Jonas Lund, Jonas Lund",
        "4, 99, Anna Berg, Anna Berg",
        "7, 99, Norway, Norway",
        "10, 99, , ",
        "1, 2, , ",
        "5, 5, , "
    })
    void peopleSpeakBeforeOrganisationsAndRiversNever(
            int from, int end, @Nullable String first, @Nullable String last) {
        int to = Math.min(end, TOKENS.size());
        assertThat(text(NAMES.first(from, to))).isEqualTo(first);
        assertThat(text(NAMES.last(from, to))).isEqualTo(last);
    }

    @Test
    void eachWordOfANameIsTheName() {
        assertThat(text(NAMES.at(2))).isEqualTo("Jonas Lund");
        assertThat(text(NAMES.at(3))).isEqualTo("Jonas Lund");
        assertThat(NAMES.at(1)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One.~Two.     | 0 2",
                "One.~~Two.    | 0 2",
                "a wrapped~line | 0",
                "One~“Two”     | 0 1",
                "One           | 0"
            })
    void paragraphsBeginAtLinesThatDoNotGoOn(String text, String begins) {
        Tokens tokens = Tokenizer.tokenize(text.replace('~', '\n'));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) if (Paragraphs.startsAt(tokens, i)) found.add(String.valueOf(i));
        assertThat(String.join(" ", found)).isEqualTo(begins);
    }

    private static @Nullable String text(@Nullable EntityMention mention) {
        return mention == null ? null : mention.text();
    }

    private static List<EntityMention> mentions(String... names) {
        List<EntityMention> mentions = new ArrayList<>();
        for (String name : names) {
            String[] parts = name.split(" ", 2);
            int at = TEXT.indexOf(parts[1]);
            mentions.add(new EntityMention(parts[0], at, at + parts[1].length(), parts[1], parts[1], null));
        }
        return mentions;
    }
}
