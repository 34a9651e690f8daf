package dev.newsmill.app.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by name, with a few examples each. However many names there are, it keeps no more than a few hundred. */
final class GroupCounter {
    private static final int MOST_NAMES = 500;
    private static final int EXAMPLES = 3;
    private static final String OTHERS = "others";

    private final SortedMap<String, Count> counts = new TreeMap<>();

    private static final class Count {
        private final List<String> examples = new ArrayList<>(EXAMPLES);
        private long number;
    }

    void add(String name, String example) {
        boolean isRoom = counts.size() < MOST_NAMES || counts.containsKey(name);
        Count count = counts.computeIfAbsent(isRoom ? name : OTHERS, n -> new Count());
        count.number++;
        if (count.examples.size() < EXAMPLES) count.examples.add(example);
    }

    /** Largest first. */
    List<DiffGroup> groups() {
        return counts.entrySet().stream()
                .map(e -> new DiffGroup(e.getKey(), e.getValue().number, e.getValue().examples))
                .sorted(Comparator.comparingLong(DiffGroup::count).reversed().thenComparing(DiffGroup::name))
                .toList();
    }
}
