package dev.newsmill.publish;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of the pipeline over a page. Live runs come before replays, replays in the order of their ids, which start
 * with their time; within one of these, newer versions of the stages come after older ones.
 *
 * @param replay id of the replay; empty for live records
 * @param versions {@code stage=version} by stage, apart by blanks
 */
record Run(String replay, String versions) implements Comparable<Run> {

    static Run of(@Nullable String replay, Map<String, String> versions) {
        String text = new TreeMap<>(versions)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
        return new Run(replay == null ? "" : replay, text);
    }

    SortedMap<String, String> versionByStage() {
        SortedMap<String, String> byStage = new TreeMap<>();
        for (String pair : versions.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) byStage.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return byStage;
    }

    @Override
    public int compareTo(Run other) {
        int byReplay = replay.compareTo(other.replay);
        if (byReplay != 0 || versions.equals(other.versions)) return byReplay;
        int byVersion = compare(versionByStage(), other.versionByStage());
        return byVersion != 0 ? byVersion : versions.compareTo(other.versions);
    }

    private static int compare(Map<String, String> mine, Map<String, String> theirs) {
        TreeSet<String> stages = new TreeSet<>(mine.keySet());
        stages.addAll(theirs.keySet());
        for (String stage : stages) {
            int order = version(mine.get(stage)).compareTo(version(theirs.get(stage)));
            if (order != 0) return order;
        }
        return 0;
    }

    /** A stage that a record did not go through counts as older than any version of it. */
    private static Version version(@Nullable String text) {
        return Version.parse(text == null || text.isEmpty() ? "0" : "1." + text);
    }

    @Override
    public String toString() {
        return replay.isEmpty() ? "live" : "replay " + replay;
    }
}
