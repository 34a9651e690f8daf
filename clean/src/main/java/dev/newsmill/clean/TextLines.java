package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.List;

/** Splits a plain text page into lines; lines that were wrapped at a fixed width are joined again. */
final class TextLines {
    private static final int MOST = 50_000;
    private static final int LONGEST = 100_000;
    private static final int NARROWEST = 50;
    private static final int WIDEST = 110;

    private TextLines() {}

    static List<TextLine> of(String page) {
        List<TextLine> lines = new ArrayList<>();
        List<TextLine> group = new ArrayList<>();
        String[] raw = page.split("\\R", MOST);
        int number = 0;
        int groups = 0;
        for (String line : raw) {
            number++;
            String text = Whitespace.fold(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
            if (text.isEmpty()) {
                close(group, lines);
                groups++;
            } else {
                group.add(new TextLine(number, groups, text));
            }
        }
        close(group, lines);
        return lines;
    }

    private static void close(List<TextLine> group, List<TextLine> lines) {
        if (wrapped(group)) {
            StringBuilder text = new StringBuilder();
            for (TextLine line : group) text.append(text.isEmpty() ? "" : " ").append(line.text);
            lines.add(new TextLine(group.get(0).number, group.get(0).group, text.toString()));
        } else {
            lines.addAll(group);
        }
        group.clear();
    }

    /** Three or more lines, all but the last about equally long, and some of them broken inside a sentence. */
    private static boolean wrapped(List<TextLine> group) {
        if (group.size() < 3) return false;
        int longest = 0;
        int inside = 0;
        for (TextLine line : group) longest = Math.max(longest, line.text.length());
        if (longest > WIDEST || longest < NARROWEST) return false;
        for (TextLine line : group.subList(0, group.size() - 1)) {
            if (line.text.length() < longest * 0.6) return false;
            if (!line.endsSentence()) inside++;
        }
        return inside * 2 >= group.size() - 1;
    }
}
