package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.EntityMention;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GroupingTest {
    private static final Links LINKS = new Links(Places.load(), Cities.load());

    /** Mentions "TYPE name" apart by slashes; expected are the entities with the number of their mentions. */
    @ParameterizedTest
    @CsvFileSource(resources = "grouping.csv", delimiter = '\t', quoteCharacter = '\0')
    void putsTogetherWhatNamesTheSame(String mentions, String expected) {
        Grouping grouping = new Grouping(LINKS);
        int at = 0;
        for (String mention : mentions.split(" / ")) {
            String[] parts = mention.split(" ", 2);
            grouping.add(new EntityMention(parts[0], at, at + parts[1].length(), parts[1], null, null));
            at += 100;
        }
        assertThat(grouping.groups().stream()
                        .map(g -> g.type() + " " + g.name() + " " + g.mentions.size())
                        .collect(Collectors.joining(" / ")))
                .isEqualTo(expected);
    }
}
