package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.EntityMention;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GroupingTest {
    private static final Links LINKS = new Links(Places.load(), Cities.load());

    /** Two names, the second one in brackets behind the first, and whether they name the same. */
    @ParameterizedTest
    @CsvFileSource(resources = "brackets.csv", delimiter = '|', numLinesToSkip = 1)
    void takesAnAcronymInBracketsForTheNameBeforeIt(String type, String full, String shortName, boolean same) {
        Grouping grouping = new Grouping(LINKS);
        Group group = grouping.add(mention(type, full, 0), full);
        grouping.alias(mention("ORG", shortName, 100), group);
        grouping.add(mention("ORG", shortName, 100), shortName);
        grouping.add(mention("ORG", shortName, 200), shortName);
        assertThat(grouping.groups()).hasSize(same ? 1 : 2);
        assertThat(grouping.groups().get(0).mentions).hasSize(same ? 3 : 1);
    }

    private static EntityMention mention(String type, String name, int at) {
        return new EntityMention(type, at, at + name.length(), name, null, null);
    }

    /** Mentions "TYPE name" apart by slashes; expected are the entities with the number of their mentions. */
    @ParameterizedTest
    @CsvFileSource(resources = "grouping.csv", delimiter = '\t', quoteCharacter = '\0')
    void putsTogetherWhatNamesTheSame(String mentions, String expected) {
        Grouping grouping = new Grouping(LINKS);
        int at = 0;
        for (String mention : mentions.split(" / ")) {
            String[] parts = mention.split(" ", 2);
            grouping.add(mention(parts[0], parts[1], at), parts[1]);
            at += 100;
        }
        assertThat(grouping.groups().stream()
                        .map(g -> g.type() + " " + g.name() + " " + g.mentions.size())
                        .collect(Collectors.joining(" / ")))
                .isEqualTo(expected);
    }
}
