package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which lines of a page the publisher's own text holds, by runs of four words. */
final class GoldLabels {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");
    private static final int RUN = 4;

    final float[] labels;
    final float[] weights;

    GoldLabels(Outline outline, String gold) {
        List<Line> lines = outline.lines();
        labels = new float[lines.size()];
        weights = new float[lines.size()];
        List<String> goldWords = words(gold);
        Set<String> runs = new HashSet<>(runs(goldWords));
        String joined = " " + String.join(" ", goldWords) + " ";
        float size = Math.max(150, goldWords.size());
        for (Line line : lines) {
            List<String> words = words(line.text);
            labels[line.index] = holds(words, runs, joined) ? 1 : 0;
            weights[line.index] = Math.max(0.02f, Math.min(10, words.size() * 50 / size));
        }
        shortLines(lines);
        copies(outline);
    }

    private static boolean holds(List<String> words, Set<String> runs, String joined) {
        if (words.isEmpty()) return false;
        if (words.size() < RUN) return joined.contains(" " + String.join(" ", words) + " ");
        List<String> own = runs(words);
        return own.stream().filter(runs::contains).count() * 2 >= own.size();
    }

    /** A word or two are text only beside text. */
    private void shortLines(List<Line> lines) {
        float[] before = labels.clone();
        for (Line line : lines) {
            int i = line.index;
            if (before[i] == 0 || line.words >= 3) continue;
            boolean beside = (i > 0 && before[i - 1] == 1) || (i + 1 < before.length && before[i + 1] == 1);
            if (!beside) labels[i] = 0;
        }
    }

    /** Of several copies of a line, only the one in the region with the most text is text. */
    private void copies(Outline outline) {
        float[] gain = new float[labels.length + 1];
        for (Line line : outline.lines())
            gain[line.index + 1] = gain[line.index] + (2 * labels[line.index] - 1) * (line.words + 1);
        Region best = null;
        float most = 0;
        for (Region region : outline.regions()) {
            float sum = gain[region.endLine] - gain[region.firstLine];
            if (sum > most || (best != null && sum == most)) {
                best = region;
                most = sum;
            }
        }
        if (best == null) return;
        Map<String, List<Line>> byText = new HashMap<>();
        for (Line line : outline.lines())
            if (labels[line.index] == 1)
                byText.computeIfAbsent(line.text, t -> new ArrayList<>()).add(line);
        for (List<Line> same : byText.values()) {
            boolean inside = false;
            for (Line line : same) inside |= best.contains(line);
            if (same.size() > 1 && inside) for (Line line : same) if (!best.contains(line)) labels[line.index] = 0;
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) words.add(matcher.group());
        return words;
    }

    private static List<String> runs(List<String> words) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) runs.add(String.join(" ", words.subList(i, i + RUN)));
        return runs;
    }
}
