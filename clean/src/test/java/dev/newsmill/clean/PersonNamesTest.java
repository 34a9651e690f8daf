package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PersonNamesTest {
    private final PersonNames names = new PersonNames(PhraseBook.load());

    @ParameterizedTest
    @CsvFileSource(resources = "bylines.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '\0')
    void findsThePeopleInAByline(String byline, @Nullable String people) {
        List<String> expected = people == null ? List.of() : List.of(people.split(";"));
        assertThat(names.of(byline, null, true)).isEqualTo(expected);
    }

    @Test
    void leavesTheSiteItselfOut() {
        SiteName site = new SiteName("www.lakesidepost.example", List.of("Lakeside Post"));
        assertThat(names.of("Lakeside Post", site, true)).isEmpty();
    }

    @Test
    void takesOneWordForANameOnlyWhereThePageSaysItIsOne() {
        assertThat(names.of("Zorro", null, false)).containsExactly("Zorro");
        assertThat(names.of("Zorro", null, true)).isEmpty();
    }

    @Test
    void knowsAgencies() {
        assertThat(names.isAgency("Reuters")).isTrue();
        assertThat(names.isAgency("Ida Holm")).isFalse();
    }
}
