package dev.newsmill.publish;

import dev.newsmill.message.Edit;
import dev.newsmill.message.Publication.Change;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    static String ofEdits(List<Edit> edits) {
        return join(edits.stream().map(Edit::name).toList());
    }

    static List<Edit> edits(@Nullable String names) {
        return split(names).stream().map(Edit::valueOf).toList();
    }

    static List<String> split(@Nullable String names) {
        return names == null || names.isEmpty() ? List.of() : List.of(names.split(" "));
    }
}
