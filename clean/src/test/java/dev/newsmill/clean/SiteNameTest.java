package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteNameTest {
    private final SiteName site = new SiteName("www.lakesidepost.co.uk", List.of("Lakeside Post", "LP", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lakeside Post",
                "LAKESIDE-POST",
                "The Lakeside Post",
                "Lakeside Post Online",
                "lakesidepost",
                "lakesidepost.com",
                "Lakeside",
                "LP"
            })
    void goesByManyNames(String name) {
        assertThat(site.is(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " - ", "Post", "Ida Holm", "The ferry returns", "Lakeside Post wins a prize for goats"})
    void isNotCalledSo(String name) {
        assertThat(site.is(name)).isFalse();
        assertThat(site.is(null)).isFalse();
    }

    @Test
    void hasBranchesNamedForIt() {
        SiteName radio = new SiteName("www.ndr.de", List.of());
        assertThat(radio.is("NDR HAMBURG")).isTrue();
        assertThat(radio.is("NDR Hamburg")).isFalse();
        assertThat(radio.is("HAMBURG")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "The ferry returns - Lakeside Post;           The ferry returns",
                "The ferry returns | Lakeside Post;           The ferry returns",
                "The ferry returns – Lakeside Post | LP;      The ferry returns",
                "Lakeside Post: The ferry returns;            Lakeside Post: The ferry returns",
                "Lakeside Post | The ferry returns;           The ferry returns",
                "Lakeside Post :: The ferry returns;          The ferry returns",
                "The ferry returns to the lake-Lakeside Post; The ferry returns to the lake",
                "Ferry-Lakeside Post;                         Ferry-Lakeside Post",
                "The ferry - and its goat;                    The ferry - and its goat",
                "Goat-keeping by the lake;                    Goat-keeping by the lake",
                "The ferry returns;                           The ferry returns",
                "- Lakeside Post;                             - Lakeside Post"
            })
    void isCutOffTitles(String title, String cut) {
        assertThat(site.cutFrom(title, List.of())).isEqualTo(cut);
    }

    @Test
    void whatFollowsTheWordsOfTheHeadingIsCutToo() {
        List<Found> heading = List.of(new Found("h1", null, "The ferry returns"));
        assertThat(site.cutFrom("The ferry returns | Travel", heading)).isEqualTo("The ferry returns");
        assertThat(site.cutFrom("The ferry leaves | Travel", heading)).isEqualTo("The ferry leaves | Travel");
    }

    @Test
    void partsOfATitleStandBetweenMarks() {
        assertThat(SiteName.parts("The ferry | Travel » LP")).containsExactly("The ferry", "Travel", "LP");
        assertThat(SiteName.parts("Goat-keeping")).containsExactly("Goat-keeping");
        assertThat(SiteName.parts("a - ".repeat(20) + "b")).hasSize(9);
    }
}
