package dev.newsmill.enrich.dates;

import dev.newsmill.message.Timex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shortcuts of the tests of this package. */
final class Dates {
    private static final Languages LANGUAGES = Languages.load();

    private Dates() {}

    static List<Timex> find(String language, String text, @Nullable String published) {
        return new TimexFinder(text, LANGUAGES.of(language, text), Anchor.parse(published)).find();
    }

    /** The expressions as {@code text=value}, apart by semicolons. */
    static String values(String language, String text, @Nullable String published) {
        return String.join(
                "; ",
                find(language, text, published).stream()
                        .map(t -> t.text() + "=" + t.value())
                        .toList());
    }
}
