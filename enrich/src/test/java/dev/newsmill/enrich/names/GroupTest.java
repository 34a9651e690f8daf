package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.EntityMention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lund/Jonas Lund/Mr Lund|Jonas Lund",
                "JONAS LUND/Jonas Lund|Jonas Lund",
                "JONAS EINAR LUND/Jonas Lund|Jonas Lund",
                "NATO/Nato|NATO",
                "Harbour Union/HARBOUR WORKERS UNION|Harbour Union",
                "EU/European Union|European Union",
            })
    void isCalledByItsFullestFormThatIsNotShouted(String names, String name) {
        assertThat(group("PER", names.split("/")).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GPE|NEW YORK|New York",
                "LOC|ALPS-ADRIA|Alps-Adria",
                "GPE|OSLO|OSLO",
                "GPE|İZMİR|İzmir",
                "ORG|INTERPOL|INTERPOL"
            })
    void isSpokenNotShoutedIfItIsAPlaceWithMoreLettersThanAnAcronym(String type, String shouted, String name) {
        assertThat(group(type, shouted).name()).isEqualTo(name);
    }

    @Test
    void isCalledByTheWholeNameThatAMentionIsPartOf() {
        Group group = new Group();
        group.add(mention("ORG", "Union", 10), "Nordic Union");
        group.add(mention("ORG", "Union", 50), "Union");
        assertThat(group.name()).isEqualTo("Nordic Union");
        assertThat(group.mentions).extracting(EntityMention::text).containsOnly("Union");
    }

    @Test
    void isOfTheTypeThatMostMentionsHave() {
        Group group = group("ORG", "Acme");
        group.add(mention("PER", "Acme", 10), "Acme");
        assertThat(group.type()).isEqualTo("ORG");
        group.add(mention("PER", "Acme", 20), "Acme");
        assertThat(group.type()).isEqualTo("PER");
    }

    @Test
    void keepsEachRoleOnceAndTheFirstTen() {
        Group group = group("PER", "Lund");
        for (int i = 0; i < 30; i++) group.addRole("role " + i / 2);
        assertThat(group.roles()).hasSize(10).doesNotHaveDuplicates().startsWith("role 0", "role 1");
    }

    @Test
    void takesOverTheMentionsOfAnotherInTheOrderOfTheText() {
        Group group = new Group();
        group.add(mention("ORG", "North Sea Council", 50), "North Sea Council");
        group.addRole("host");
        Group other = new Group();
        other.add(mention("ORG", "NSC", 5), "NSC");
        other.add(mention("ORG", "NSC", 90), "NSC");
        other.addRole("guest");
        group.take(other);
        assertThat(group.mentions).extracting(EntityMention::begin).containsExactly(5, 50, 90);
        assertThat(group.name()).isEqualTo("North Sea Council");
        assertThat(group.roles()).containsExactly("host", "guest");
    }

    private static Group group(String type, String... names) {
        Group group = new Group();
        for (int i = 0; i < names.length; i++) group.add(mention(type, names[i], 100 * i), names[i]);
        return group;
    }

    private static EntityMention mention(String type, String name, int at) {
        return new EntityMention(type, at, at + name.length(), name, null, null);
    }
}
