package dev.newsmill.clean;

import dev.newsmill.clean.Explanation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the lines of a page as parts that a person can read: neighbours that went for one reason are one part. */
final class Parts {
    private static final int LONGEST = 160;

    private final List<Part> parts = new ArrayList<>();
    private @Nullable Part open;

    static List<Part> of(Main main) {
        Parts parts = new Parts();
        for (Line line : main.lines()) parts.add(part(line, main));
        return parts.closed();
    }

    static List<Part> of(List<TextLine> lines) {
        Parts parts = new Parts();
        for (TextLine line : lines) parts.add(part(line));
        return parts.closed();
    }

    private static Part part(Line line, Main main) {
        boolean standfirst = line == main.standfirst;
        boolean kept = line.kept() || standfirst;
        boolean outside = !kept && main.outside(line);
        String rule = standfirst ? "standfirst" : outside ? "outside" : rule(line, main);
        String value = outside
                ? line.index < main.top ? "before the headline" : "after the article"
                : standfirst ? null : value(line, main);
        return new Part(line.region.toString(), kept, rule, value, line.chars(), excerpt(line.text));
    }

    private static String rule(Line line, Main main) {
        String removedBy = line.removedBy;
        return removedBy != null ? removedBy : main.judged ? "judge" : "main part";
    }

    private static @Nullable String value(Line line, Main main) {
        if (!line.kept() || !main.judged) return line.value;
        return String.format(Locale.ROOT, "text with probability %.2f", line.probability);
    }

    private static Part part(TextLine line) {
        boolean kept = switch (line.role) {
            case STANDFIRST, BODY, SUBHEAD, ITEM -> true;
            default -> false;
        };
        String role = line.role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Part(line.path(), kept, role, line.cue, line.text.length(), excerpt(line.text));
    }

    private void add(Part part) {
        Part before = open;
        if (before != null && continues(before, part)) {
            open = new Part(
                    before.path(),
                    false,
                    before.rule(),
                    before.value(),
                    before.chars() + part.chars(),
                    before.excerpt());
            return;
        }
        if (before != null) parts.add(before);
        open = part;
    }

    private static boolean continues(Part before, Part part) {
        return !before.kept()
                && !part.kept()
                && before.rule().equals(part.rule())
                && (before.rule().equals("judge") || Objects.equals(before.value(), part.value()));
    }

    private List<Part> closed() {
        if (open != null) parts.add(open);
        open = null;
        return parts;
    }

    private static String excerpt(String text) {
        String line = Whitespace.fold(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
