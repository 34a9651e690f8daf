package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Entity.Link;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    private static final Links LINKS = new Links(Places.load(), Cities.load());

    @ParameterizedTest
    @CsvFileSource(resources = "links.csv", delimiter = '|', numLinesToSkip = 1)
    void linksWhatTheListsHave(String type, String name, @Nullable String scheme, @Nullable String id) {
        List<Link> links = LINKS.of(name, type, Set.of());
        if (scheme == null) assertThat(links).isEmpty();
        else assertThat(links.get(0)).extracting(Link::scheme, Link::id).containsExactly(scheme, id);
    }

    @ParameterizedTest
    @CsvSource({"Cordoba", "London", "Valencia", "Santiago"})
    void neverGivesCandidatesMoreThanOneInAll(String name) {
        List<Link> links = LINKS.of(name, "GPE", Set.of());
        assertThat(links.stream().mapToDouble(Link::score).sum()).isLessThanOrEqualTo(1.0);
        assertThat(links).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(links).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void isLessSureOfANameThatSeveralCitiesHave() {
        double alone = LINKS.of("Yekaterinburg", "GPE", Set.of()).get(0).score();
        double shared = LINKS.of("San Fernando", "GPE", Set.of()).get(0).score();
        assertThat(shared).isLessThan(alone);
    }

    @Test
    void prefersTheCityOfACountryThatTheTextNames() {
        double unnamed = score(LINKS.of("Valencia", "GPE", Set.of()), "2509954");
        double named = score(LINKS.of("Valencia", "GPE", Set.of("ES")), "2509954");
        assertThat(named).isGreaterThan(unnamed);
    }

    private static double score(List<Link> links, String id) {
        return links.stream()
                .filter(link -> link.id().equals(id))
                .mapToDouble(Link::score)
                .findFirst()
                .orElse(0);
    }
}
