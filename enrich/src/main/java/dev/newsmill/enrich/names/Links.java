package dev.newsmill.enrich.names;

import dev.newsmill.message.Entity.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a place or a people may be: ISO 3166 for countries, their parts and peoples, GeoNames for cities. Where several
 * have the name they share the score; those of a country that the text names otherwise get a larger share.
 */
final class Links {
    private static final int MOST = 5;
    private static final double IN_NAMED_COUNTRY = 4;
    /** Thousands of people in places of the same name that the table does not have. */
    private static final int UNLISTED = 20;

    private final Places places;
    private final Cities cities;

    private record Candidate(String scheme, String id, double weight) {}

    Links(Places places, Cities cities) {
        this.places = places;
        this.cities = cities;
    }

    /** @param countries codes of the countries that the text names without doubt */
    List<Link> of(String name, String type, Set<String> countries) {
        List<Candidate> candidates = new ArrayList<>();
        if (type.equals("NORP")) addAreas(places.peoples(name), countries, candidates);
        if (type.equals("GPE") || type.equals("LOC")) {
            addAreas(places.places(name), countries, candidates);
            if (type.equals("GPE") && candidates.isEmpty()) addCities(name, countries, candidates);
        }
        return shares(candidates, candidates.stream().anyMatch(c -> c.scheme().equals("geonames")) ? UNLISTED : 0);
    }

    /** The code of the country that this name is, if no other has it; empty for none. */
    List<String> country(String name, String type) {
        List<String> codes = type.equals("NORP") ? places.peoples(name) : places.places(name);
        return codes.size() == 1 && codes.get(0).length() == 2 ? codes : List.of();
    }

    private static void addAreas(List<String> codes, Set<String> countries, List<Candidate> candidates) {
        for (String code : codes) {
            String scheme = code.length() == 2 ? "iso3166" : "iso3166-2";
            candidates.add(new Candidate(scheme, code, weight(code.substring(0, 2), countries)));
        }
    }

    private void addCities(String name, Set<String> countries, List<Candidate> candidates) {
        for (Cities.City city : cities.named(name)) {
            double weight = city.people() * weight(city.country(), countries);
            candidates.add(new Candidate("geonames", city.geonames(), weight));
        }
    }

    private static double weight(String country, Set<String> countries) {
        return countries.contains(country) ? IN_NAMED_COUNTRY : 1;
    }

    private static List<Link> shares(List<Candidate> candidates, double others) {
        double sum = others + candidates.stream().mapToDouble(Candidate::weight).sum();
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::weight).reversed().thenComparing(Candidate::id))
                .limit(MOST)
                .map(c -> new Link(c.scheme(), c.id(), Math.round(1000 * c.weight() / sum) / 1000.0))
                .toList();
    }
}
