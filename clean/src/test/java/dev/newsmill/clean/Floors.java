package dev.newsmill.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scores that must not be undercut, in a file that is reviewed: one line a set and field, with the digest of the set
 * that they were measured on. A floor goes up with the score; it goes down only for a reason, which stands beside it.
 */
final class Floors {
    private static final String HEAD = """
            # Scores of the cleaner that must not be undercut. Measured by FloorsTest, see docs/QUALITY.md.
            # -Dfloors.update raises floors to the scores; -Dfloors.lower=REASON lowers them, too, and writes down why.
            set,field,floor,corpus,reason
            """;
    /** Less than this is chance: another library, another order of pages. */
    static final double SLACK = 0.001;

    private final SortedMap<String, Floor> floors;

    /**
     * One line.
     *
     * @param corpus the first digits of the SHA-256 of the set's gold
     * @param reason why it was lowered; empty if it never was
     */
    record Floor(double score, String corpus, String reason) {}

    private Floors(SortedMap<String, Floor> floors) {
        this.floors = floors;
    }

    static Floors none() {
        return new Floors(new TreeMap<>());
    }

    static Floors read(Path file) throws IOException {
        Floors read = none();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#") || line.startsWith("set,") || line.isBlank()) continue;
            String[] cells = line.split(",", 5);
            if (cells.length < 5) throw new IOException("floors: not five cells in '" + line + "'");
            read.floors.put(cells[0] + "," + cells[1], new Floor(Double.parseDouble(cells[2]), cells[3], cells[4]));
        }
        return read;
    }

    /** What is under its floor, or measured on other pages; empty if all is well. */
    List<String> complaints(String set, String corpus, Map<String, Double> scores) {
        List<String> complaints = new ArrayList<>();
        scores.forEach((field, score) -> {
            Floor floor = floors.get(set + "," + field);
            if (floor == null) complaints.add(set + " " + field + " has no floor; -Dfloors.update sets it");
            else if (!floor.corpus.equals(corpus))
                complaints.add(
                        set + " is not the set that the floors were measured on: " + corpus + ", not " + floor.corpus);
            else if (score < floor.score - SLACK)
                complaints.add(String.format(
                        Locale.ROOT, "%s %s is %.4f, under its floor of %.4f", set, field, score, floor.score));
        });
        return complaints;
    }

    /**
     * Sets floors to the scores of a set: up in any case, down only with a reason.
     *
     * @param reason empty for none
     */
    void update(String set, String corpus, Map<String, Double> scores, String reason) {
        scores.forEach((field, score) -> floors.merge(set + "," + field, new Floor(score, corpus, ""), (old, now) -> {
            boolean lower = now.score < old.score - SLACK;
            if (!lower) return new Floor(Math.max(old.score, now.score), corpus, old.reason);
            return reason.isBlank() ? old : new Floor(now.score, corpus, reason.replaceAll("\\s+", " "));
        }));
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        floors.forEach((key, floor) -> text.append(
                String.format(Locale.ROOT, "%s,%.4f,%s,%s%n", key, floor.score, floor.corpus, floor.reason)));
        return text.toString();
    }
}
