package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries, some of their parts, and peoples, with ISO 3166 codes. Immutable. */
final class Places {
    private final Map<String, List<String>> places = new HashMap<>();
    private final Map<String, List<String>> peoples = new HashMap<>();

    static Places load() {
        Places loaded = new Places();
        for (String file : List.of("countries.txt", "subdivisions.txt")) {
            for (String line : WordList.lines(Places.class, file)) loaded.add(line.split(";", -1));
        }
        return loaded;
    }

    private void add(String[] parts) {
        for (String name : parts[1].split(",")) put(places, name, parts[0]);
        if (parts.length < 3 || parts[2].isEmpty()) return;
        for (String name : parts[2].split(",")) put(peoples, name, parts[0]);
    }

    private static void put(Map<String, List<String>> map, String name, String code) {
        map.computeIfAbsent(key(name), k -> new ArrayList<>()).add(code);
    }

    /** Codes of the countries and parts with this name; more than one where it is ambiguous. */
    List<String> places(String name) {
        return places.getOrDefault(key(name), List.of());
    }

    /** Codes of the countries whose people or adjective this is. */
    List<String> peoples(String name) {
        return peoples.getOrDefault(key(name), List.of());
    }

    static String key(String name) {
        return name.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    }
}
