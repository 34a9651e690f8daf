package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cities by name, with their GeoNames ids. Immutable. */
final class Cities {
    private final Map<String, List<City>> byName = new HashMap<>();

    /** @param people in thousands */
    record City(String country, String geonames, int people) {}

    static Cities load() {
        Cities loaded = new Cities();
        for (String line : WordList.lines(Cities.class, "cities.tsv")) {
            String[] parts = line.split("\t");
            loaded.byName
                    .computeIfAbsent(Places.key(parts[0]), k -> new ArrayList<>(1))
                    .add(new City(parts[1], parts[2], Integer.parseInt(parts[3])));
        }
        return loaded;
    }

    List<City> named(String name) {
        List<City> found = byName.getOrDefault(Places.key(name), List.of());
        return found.isEmpty() ? byName.getOrDefault(Places.key(name + " City"), List.of()) : found;
    }
}
