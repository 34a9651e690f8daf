package dev.newsmill.enrich.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.message.EntityMention;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeopleTest {
    @Test
    void meanThePersonNamedLast() {
        assertThat(meant("Lund met Berg. He left.", "he", "Lund", "Berg")).isEqualTo("Berg");
    }

    @Test
    void meanNobodyWhereNobodyWasNamed() {
        assertThat(meant("It rained. He left.", "he")).isNull();
        assertThat(meant("Lund met Berg. They left.", "they", "Lund", "Berg")).isNull();
    }

    @Test
    void areToldApartByTheirTitles() {
        String text = "Mr Lund met Ms Berg. He left.";
        assertThat(meant(text, "he", "Lund", "Berg")).isEqualTo("Lund");
        assertThat(meant(text, "she", "Lund", "Berg")).isEqualTo("Berg");
        assertThat(meant("The spokeswoman Berg met Lund. She left.", "she", "Berg", "Lund"))
                .isEqualTo("Lund");
    }

    @Test
    void meanTheOneWhoSpokeRatherThanTheOneSpokenOf() {
        String text = "Lund praised Berg, he said. It was late. He left.";
        Tokens tokens = Tokenizer.tokenize(text);
        People people = new People(tokens, mentions(text, "Lund", "Berg"));
        people.spoke("Lund", text.indexOf(" It"));
        assertThat(people.meant("he", tokens.tokenAt(text.lastIndexOf("He")))).isEqualTo("Lund");
    }

    @Test
    void areForgottenAfterALongWhile() {
        String text = "Lund left. " + "It rained. ".repeat(200) + "He came.";
        assertThat(meant(text, "he", "Lund")).isNull();
    }

    private static @Nullable String meant(String text, String pronoun, String... names) {
        Tokens tokens = Tokenizer.tokenize(text);
        int sentence = tokens.sentenceBegin(tokens.sentenceCount() - 1);
        return new People(tokens, mentions(text, names)).meant(pronoun, sentence);
    }

    private static List<EntityMention> mentions(String text, String... names) {
        List<EntityMention> mentions = new ArrayList<>();
        for (String name : names) {
            int at = text.indexOf(name);
            mentions.add(new EntityMention("PER", at, at + name.length(), name, name, null));
        }
        return mentions;
    }
}
