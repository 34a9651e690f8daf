package dev.newsmill.app.command;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Timex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What enrich found, as marks over the text. */
final class Marks {
    private Marks() {}

    /** A name with its type, or a date with its value. */
    record Mark(int begin, int end, String label, boolean isDate) {}

    /** By begin; of two that overlap, the one that begins first. */
    static List<Mark> of(EnrichedArticle article) {
        List<Mark> all = new ArrayList<>();
        for (EntityMention m : article.mentions()) all.add(new Mark(m.begin(), m.end(), m.type(), false));
        for (Timex t : article.timexes()) all.add(new Mark(t.begin(), t.end(), t.value(), true));
        all.sort(Comparator.comparingInt(Mark::begin).thenComparing(Mark::end, Comparator.reverseOrder()));
        List<Mark> kept = new ArrayList<>();
        int at = 0;
        for (Mark mark : all) {
            if (mark.begin < at) continue;
            kept.add(mark);
            at = mark.end;
        }
        return kept;
    }
}
