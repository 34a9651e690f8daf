package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the page's {@code <meta>} elements say, by their name in lower case. */
final class MetaTags {
    private final Map<String, List<String>> values = new HashMap<>();

    MetaTags(List<Element> metas) {
        for (Element meta : metas) {
            String content = Whitespace.fold(meta.attr("content"));
            if (content.isEmpty()) continue;
            add(meta.attr("property"), content);
            add(meta.attr("name"), content);
            add(meta.attr("itemprop"), content);
            add(meta.attr("http-equiv"), content);
        }
    }

    private void add(String name, String content) {
        if (!name.isEmpty())
            values.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>(2))
                    .add(content);
    }

    /** The first value of that name; null if there is none. */
    @Nullable
    String first(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.get(0);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The values of these names, in this order. */
    List<Found> found(String... names) {
        List<Found> found = new ArrayList<>();
        for (String name : names)
            for (String value : all(name)) found.add(new Found("meta", "meta[" + name + "]", value));
        return found;
    }
}
