package dev.newsmill.publish;

import dev.newsmill.message.Publication.Change;
import java.util.List;
import java.util.Locale;

/** How enums and lists of names stand in the tables. */
final class Names {
    private Names() {}

    static String of(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    static Change change(String name) {
        return Change.valueOf(name.toUpperCase(Locale.ROOT));
    }

    static String join(List<String> names) {
        return String.join(" ", names);
    }

    static List<String> split(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }
}
