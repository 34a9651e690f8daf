package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitiesTest {
    private static final Cities CITIES = Cities.load();

    @ParameterizedTest
    @CsvSource({"Oslo, NO", "OSLO, NO", "Berlin, DE", "Nairobi, KE", "Yekaterinburg, RU"})
    void areKnownByName(String name, String country) {
        assertThat(CITIES.named(name)).extracting(Cities.City::country).contains(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowhereville", "", "Os lo", "Norway"})
    void areNotKnownByOthers(String name) {
        assertThat(CITIES.named(name)).isEmpty();
    }

    @Test
    void mayHaveCityBehindTheirName() {
        assertThat(CITIES.named("Bossier"))
                .isEqualTo(CITIES.named("Bossier City"))
                .isNotEmpty();
    }

    @Test
    void ofOneNameAreTellableByTheirIds() {
        List<Cities.City> all = CITIES.named("Valencia");
        assertThat(all).hasSizeGreaterThan(1).extracting(Cities.City::geonames).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(city -> assertThat(city.people()).isPositive());
    }
}
