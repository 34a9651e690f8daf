package dev.newsmill.bench.clean;

import dev.newsmill.clean.Lesson;
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

    GoldLabels(Lesson lesson, String gold) {
        labels = new float[lesson.size()];
        weights = new float[lesson.size()];
        List<String> goldWords = words(gold);
        Set<String> runs = new HashSet<>(runs(goldWords));
        String joined = " " + String.join(" ", goldWords) + " ";
        float size = Math.max(150, goldWords.size());
        for (int i = 0; i < labels.length; i++) {
            List<String> words = words(lesson.text(i));
            labels[i] = holds(words, runs, joined) ? 1 : 0;
            weights[i] = Math.max(0.02f, Math.min(10, words.size() * 50 / size));
        }
        shortLines(lesson);
        copies(lesson);
    }

    private static boolean holds(List<String> words, Set<String> runs, String joined) {
        if (words.isEmpty()) return false;
        if (words.size() < RUN) return joined.contains(" " + String.join(" ", words) + " ");
        List<String> own = runs(words);
        return own.stream().filter(runs::contains).count() * 2 >= own.size();
    }

    /** A word or two are text only beside text. */
    private void shortLines(Lesson lesson) {
        float[] before = labels.clone();
        for (int i = 0; i < before.length; i++) {
            if (before[i] == 0 || lesson.words(i) >= 3) continue;
            boolean beside = (i > 0 && before[i - 1] == 1) || (i + 1 < before.length && before[i + 1] == 1);
            if (!beside) labels[i] = 0;
        }
    }

    /** Of several copies of a line, only the one in the element with the most text is text. */
    private void copies(Lesson lesson) {
        float[] gains = new float[labels.length];
        for (int i = 0; i < gains.length; i++) gains[i] = (2 * labels[i] - 1) * (lesson.words(i) + 1);
        int[] best = lesson.richest(gains);
        if (best == null) return;
        Map<String, List<Integer>> byText = new HashMap<>();
        for (int i = 0; i < labels.length; i++)
            if (labels[i] == 1)
                byText.computeIfAbsent(lesson.text(i), t -> new ArrayList<>()).add(i);
        for (List<Integer> same : byText.values()) {
            List<Integer> outside =
                    same.stream().filter(i -> i < best[0] || i >= best[1]).toList();
            if (outside.size() < same.size()) for (int i : outside) labels[i] = 0;
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
