package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of each line how probable it is that it is text of the article. Two forests: the first sees the page, the second
 * also what the first said of the line's neighbours, of its template and of the region that holds the most text.
 * Immutable, thread-safe.
 */
public final class Judge {
    /** What the first forest thinks less of needs no second. */
    private static final float HOPELESS = 0.02f;

    private final Forest first;
    private final Forest second;

    Judge(Forest first, Forest second) {
        this.first = first;
        this.second = second;
    }

    /** A judge of trees as the bench writes them, one a line. */
    public static Judge of(List<String> first, List<String> second) {
        return new Judge(Forest.of(first), Forest.of(second));
    }

    static Judge load() {
        return new Judge(Forest.load("lines-first.txt"), Forest.load("lines-second.txt"));
    }

    /** Sets the probability of each line, and returns the region that holds the article; null if there is none. */
    @Nullable
    Region judge(Outline outline, Features features) {
        List<Line> asked = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        for (Line line : outline.lines()) {
            line.probability = 0;
            if (Features.hopeless(line)) continue;
            asked.add(line);
            rows.add(features.of(line));
        }
        float[] p = new float[outline.lines().size()];
        float[] scores = first.scores(rows);
        for (int i = 0; i < scores.length; i++) p[asked.get(i).index] = Forest.probability(scores[i]);
        Opinions opinions = new Opinions(outline, p);
        second(asked, rows, opinions);
        return opinions.main();
    }

    private void second(List<Line> asked, List<float[]> rows, Opinions opinions) {
        List<Line> doubtful = new ArrayList<>();
        List<float[]> more = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Line line = asked.get(i);
            if (opinions.p[line.index] < HOPELESS) continue;
            doubtful.add(line);
            more.add(opinions.of(line, rows.get(i)));
        }
        float[] scores = second.scores(more);
        for (int i = 0; i < scores.length; i++) doubtful.get(i).probability = Forest.probability(scores[i]);
    }

    /** What the first forest said of the lines around a line, as features for the second. */
    static final class Opinions {
        static final int COUNT = Features.COUNT + 20;
        private static final int WINDOW = 8;
        /** Farther lines are far: how many there are says only which page it is. */
        private static final int FAR = 60;

        private final List<Line> lines;
        private final float[] p;
        /** Sums up to a line: words that are probably text, and all words. */
        private final float[] mass;

        private final float[] words;
        /** For each shape: words that are probably text, and all words. */
        private final float[] likely;

        private final float[] said;
        private final @Nullable Region main;
        private final float total;

        Opinions(Outline outline, float[] p) {
            this.lines = outline.lines();
            this.p = p;
            this.mass = new float[p.length + 1];
            this.words = new float[p.length + 1];
            this.likely = new float[outline.shapes()];
            this.said = new float[outline.shapes()];
            float[] gain = new float[p.length + 1];
            for (Line line : lines) {
                int i = line.index;
                float w = Math.min(line.words, 100) + 1;
                mass[i + 1] = mass[i] + p[i] * w;
                words[i + 1] = words[i] + w;
                gain[i + 1] = gain[i] + (2 * p[i] - 1) * w;
                likely[line.region.shape] += p[i] * w;
                said[line.region.shape] += w;
            }
            this.total = Math.max(1, mass[p.length]);
            this.main = best(outline, gain);
        }

        private static @Nullable Region best(Outline outline, float[] gain) {
            Region best = null;
            float most = 0;
            for (Region region : outline.regions()) {
                float sum = gain[region.endLine] - gain[region.firstLine];
                if (sum > 0 && (best == null || sum >= most)) {
                    best = region;
                    most = sum;
                }
            }
            return best == null ? null : MainFinder.container(best);
        }

        @Nullable
        Region main() {
            return main;
        }

        float[] of(Line line, float[] row) {
            float[] f = java.util.Arrays.copyOf(row, COUNT);
            int i = line.index;
            int at = Features.COUNT;
            f[at++] = p[i];
            for (int d = 1; d <= 3; d++) {
                f[at++] = i - d < 0 ? -1 : p[i - d];
                f[at++] = i + d >= p.length ? -1 : p[i + d];
            }
            f[at++] = likely[line.region.shape] / said[line.region.shape];
            f[at++] = share(Math.max(0, i - WINDOW), i);
            f[at++] = share(i + 1, Math.min(p.length, i + 1 + WINDOW));
            Region parent = line.region.parent == null ? line.region : line.region.parent;
            f[at++] = share(parent.firstLine, parent.endLine);
            f[at++] = (mass[parent.endLine] - mass[parent.firstLine]) / total;
            f[at++] = mass[i] / total;
            f[at++] = (total - mass[i + 1]) / total;
            f[at++] = main == null ? -1 : main.contains(line) ? 1 : 0;
            f[at++] = main == null ? 0 : near(i - main.firstLine);
            f[at++] = main == null ? 0 : near(main.endLine - i);
            f[at++] = main == null ? 0 : share(main.firstLine, main.endLine);
            f[at++] = up(line);
            f[at] = main == null ? 0 : (mass[main.endLine] - mass[main.firstLine]) / total;
            return f;
        }

        private static int near(int lines) {
            return Math.max(-FAR, Math.min(FAR, lines));
        }

        private float share(int from, int to) {
            return to <= from ? -1 : (mass[to] - mass[from]) / (words[to] - words[from]);
        }

        /** How many steps up from the main region the line and it have an element in common. */
        private int up(Line line) {
            int steps = 0;
            for (Region at = main; at != null; at = at.parent, steps++) if (at.contains(line)) return steps;
            return 20;
        }
    }
}
