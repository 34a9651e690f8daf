package dev.newsmill.clean;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where an element stands, short enough to read: its own name and those of the nearest elements around it. */
final class CssPath {
    private static final int STEPS = 4;
    private static final int LONGEST_NAME = 40;

    private CssPath() {}

    static String of(Element element) {
        Deque<String> steps = new ArrayDeque<>();
        Element at = element;
        while (at != null && steps.size() < STEPS && !at.normalName().equals("#root")) {
            steps.addFirst(step(at));
            if (!at.id().isEmpty()) break;
            at = at.parent();
        }
        return String.join(" > ", steps);
    }

    private static String step(Element element) {
        String id = element.id();
        if (!id.isEmpty()) return element.normalName() + "#" + cut(id);
        String first = firstWord(element.attr("class"));
        return first == null ? element.normalName() : element.normalName() + "." + first;
    }

    private static @Nullable String firstWord(String names) {
        String trimmed = names.strip();
        if (trimmed.isEmpty()) return null;
        int space = trimmed.indexOf(' ');
        return cut(space < 0 ? trimmed : trimmed.substring(0, space));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
