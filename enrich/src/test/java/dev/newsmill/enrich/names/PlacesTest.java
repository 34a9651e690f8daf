package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.WordList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlacesTest {
    private static final Places PLACES = Places.load();
    private static final Cities CITIES = Cities.load();
    private static final Set<String> ISO = Set.of(Locale.getISOCountries());

    static Stream<String> isoCountries() {
        return Arrays.stream(Locale.getISOCountries());
    }

    private static Locale country(String code) {
        return new Locale.Builder().setRegion(code).build();
    }

    @ParameterizedTest
    @CsvSource({
        "Norway, NO",
        "norway, NO",
        "NORWAY, NO",
        "U.S., US",
        "USA, US",
        "United States, US",
        "Czech Republic, CZ",
        "Czechia, CZ",
        "Ivory Coast, CI",
        "UK, GB",
        "California, US-CA",
    })
    void areKnownByTheirNames(String name, String code) {
        assertThat(PLACES.places(name)).containsExactly(code);
    }

    @Test
    void areKnownWithAnyApostrophe() {
        assertThat(PLACES.places("Côte d\u2019Ivoire"))
                .isEqualTo(PLACES.places("Côte d'Ivoire"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Norwegian, NO", "Norwegians, NO", "French, FR", "Swiss, CH", "Kenyan, KE", "British, GB"})
    void areKnownByTheirPeoples(String people, String code) {
        assertThat(PLACES.peoples(people)).containsExactly(code);
        assertThat(PLACES.places(people)).isEmpty();
    }

    @Test
    void areAmbiguousWhereTwoHaveTheName() {
        assertThat(PLACES.places("Georgia")).containsExactlyInAnyOrder("GE", "US-GA");
        assertThat(PLACES.places("Nowhere")).isEmpty();
    }

    @Test
    void haveCodesOfIso3166Alone() {
        for (String line : WordList.lines(Places.class, "countries.txt")) {
            String code = line.substring(0, line.indexOf(';'));
            assertThat(ISO.contains(code) || code.equals("XK")).as(code).isTrue();
        }
        for (String line : WordList.lines(Places.class, "subdivisions.txt")) {
            assertThat(line).matches("[A-Z]{2}-[A-Z0-9]{1,3};.+");
        }
    }

    @ParameterizedTest
    @MethodSource("isoCountries")
    void nameNearlyEveryCountryAsCldrDoesInEnglish(String code) {
        String name = country(code).getDisplayCountry(Locale.ENGLISH);
        List<String> found = PLACES.places(name);
        assertThat(found.isEmpty() || found.contains(code))
                .as(name + " is " + found)
                .isTrue();
    }

    @Test
    void includeMostCountries() {
        long named = isoCountries()
                .filter(code -> PLACES.places(country(code).getDisplayCountry(Locale.ENGLISH))
                        .contains(code))
                .count();
        assertThat(named).isGreaterThan(190);
    }

    @Test
    void ofCitiesHaveCountriesOfIso3166AndIdsOfTheirOwn() {
        Set<String> ids = new HashSet<>();
        for (String line : WordList.lines(Cities.class, "cities.tsv")) {
            String[] parts = line.split("\t");
            assertThat(parts).as(line).hasSize(4);
            assertThat(ISO.contains(parts[1]) || parts[1].equals("XK")).as(line).isTrue();
            assertThat(ids.add(parts[2])).as(line).isTrue();
            assertThat(Integer.parseInt(parts[3])).as(line).isGreaterThanOrEqualTo(30);
        }
        assertThat(ids).hasSizeGreaterThan(10_000);
    }

    @Test
    void ofTheSameNameAreAllCandidates() {
        assertThat(CITIES.named("Birmingham")).extracting(Cities.City::country).contains("GB", "US");
        assertThat(CITIES.named("oslo")).isEqualTo(CITIES.named("OSLO")).isNotEmpty();
        assertThat(CITIES.named("Nowhereville")).isEmpty();
    }

    @Test
    void ofCitiesAreKnownWithoutTheWordCity() {
        assertThat(CITIES.named("New York")).extracting(Cities.City::country).contains("US");
    }
}
