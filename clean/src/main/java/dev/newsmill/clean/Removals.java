package dev.newsmill.clean;

import dev.newsmill.message.Removed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules took out of the main part, neighbours with the same reason as one entry. */
final class Removals {
    private Removals() {}

    static List<Removed> of(Main main, int most) {
        List<Removed> all = new ArrayList<>();
        Line last = null;
        int chars = 0;
        for (Line line : main.lines()) {
            if (line.kept() || line == main.standfirst || main.outside(line)) continue;
            if (last != null && !continues(last, line)) {
                all.add(entry(last, chars));
                chars = 0;
            }
            chars += line.chars();
            last = line;
        }
        if (last != null) all.add(entry(last, chars));
        if (all.size() <= most) return all;
        List<Removed> largest = all.stream()
                .sorted(Comparator.comparingInt(Removed::chars).reversed())
                .limit(most)
                .toList();
        return all.stream().filter(largest::contains).limit(most).toList();
    }

    private static boolean continues(Line last, Line line) {
        return line.index == last.index + 1 && String.valueOf(line.removedBy).equals(last.removedBy);
    }

    private static Removed entry(Line line, int chars) {
        return new Removed(
                line.region.toString(),
                reason(line.removedBy),
                line.value == null ? null : Found.cut(line.value),
                chars);
    }

    private static String reason(@Nullable String rule) {
        return rule == null ? "unknown" : rule;
    }
}
