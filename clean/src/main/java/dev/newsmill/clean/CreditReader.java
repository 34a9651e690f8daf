package dev.newsmill.clean;

import dev.newsmill.message.Credit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who else had a hand in an article: agencies beside its authors, in its dateline and in the line that closes it. */
final class CreditReader {
    /** Lines at the end of the article among which the closing one stands. */
    private static final int CLOSING = 8;

    private final PersonNames names;

    CreditReader(PersonNames names) {
        this.names = names;
    }

    /** Fills the dateline and the credits of {@code main}'s facts. */
    void read(Main main) {
        List<Line> kept = main.lines().stream()
                .filter(line -> line.kept() && line != main.standfirst)
                .toList();
        Set<Credit> credits = new LinkedHashSet<>(main.facts.credits);
        Line first = kept.stream().filter(line -> !line.isHeading()).findFirst().orElse(null);
        if (first != null) dateline(first.text, first.region.toString(), main.facts, credits);
        if (!kept.isEmpty()) closing(main, kept.get(kept.size() - 1).index, credits);
        main.facts.credits.clear();
        main.facts.credits.addAll(credits);
    }

    /** Takes the dateline of the first paragraph. */
    void dateline(String paragraph, @Nullable String path, Facts facts, Set<Credit> credits) {
        Dateline dateline = Dateline.read(paragraph, names);
        if (dateline == null) return;
        facts.dateline = facts.take("dateline", List.of(new Found("opening", path, dateline.text())));
        credits.addAll(dateline.agencies());
    }

    private void closing(Main main, int last, Set<Credit> credits) {
        List<Line> lines = main.outline.lines();
        List<Found> found = new ArrayList<>();
        for (Line line : lines.subList(Math.max(0, last - 1), Math.min(lines.size(), last + CLOSING))) {
            List<Credit> read = line.words > 14 ? List.of() : CreditLine.read(line.text, names);
            if (read.isEmpty()) continue;
            credits.addAll(read);
            found.add(new Found("closing line", line.region.toString(), line.text));
        }
        if (!found.isEmpty()) main.facts.take("credits", found);
    }
}
