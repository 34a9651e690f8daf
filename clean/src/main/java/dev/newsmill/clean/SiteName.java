package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a site goes by: to cut them off titles, and to tell them from people. */
final class SiteName {
    private static final String[] SEPARATORS = {
        " | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » ", " « ", " / ", " : ", " ⋆ ", " ─ ", " ‹ ", " > ", " ~ ",
        "｜", "：", "ㅣ", "|", "-", "_"
    };
    private static final int LONGEST = 60;
    private static final int MOST_PARTS = 8;

    private final Set<String> names = new HashSet<>();
    private final String host;

    SiteName(String host, List<String> names) {
        String label = firstLabel(Url.site(host));
        this.host = Key.of(label);
        names.forEach(name -> this.names.add(Key.of(name)));
        this.names.remove("");
    }

    private static String firstLabel(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /** Whether {@code part} is one of the site's names, or says the same. */
    boolean is(@Nullable String part) {
        String key = Key.of(part);
        if (key.isEmpty()) return false;
        if (names.contains(key) || key.equals(host) || branch(String.valueOf(part))) return true;
        for (String name : names)
            if (name.length() > 3 && key.contains(name) && key.length() < name.length() + 15
                    || key.length() > 3 && name.startsWith(key)) return true;
        return host.length() > 3
                && (key.startsWith(host) && key.length() < host.length() + 8
                        || key.length() > 3 && host.startsWith(key));
    }

    /** A part of the house that is named for it, in capitals: {@code MDR SACHSEN} of mdr.de. */
    private boolean branch(String part) {
        int space = part.indexOf(' ');
        return space > 2 && Key.of(part.substring(0, space)).equals(host) && part.equals(part.toUpperCase(Locale.ROOT));
    }

    /** The title without the site's name at its end or start, and without what else follows the h1's words. */
    String cutFrom(String title, List<Found> known) {
        String cut = title;
        for (int round = 0; round < 3; round++) {
            String shorter = once(cut, known);
            if (shorter.equals(cut)) break;
            cut = shorter;
        }
        return cut;
    }

    private String once(String title, List<Found> known) {
        for (String separator : SEPARATORS) {
            int at = title.lastIndexOf(separator);
            if (at <= 0) continue;
            String head = title.substring(0, at).strip();
            String tail = title.substring(at + separator.length()).strip();
            boolean tight = separator.length() == 1;
            if (is(tail) && (!tight || tail.length() > 3 && head.length() > 15)) return head;
            if (!tight && tail.length() < LONGEST && equalsAny(head, known)) return head;
            if (tight) continue;
            int first = title.indexOf(separator);
            if (is(title.substring(0, first)))
                return title.substring(first + separator.length()).strip();
        }
        return title;
    }

    /** The parts of a title between separators. */
    static List<String> parts(String title) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < title.length() && parts.size() < MOST_PARTS; i++) {
            int length = separator(title, i);
            if (length == 0) continue;
            parts.add(title.substring(from, i).strip());
            from = i + length;
            i = from - 1;
        }
        parts.add(title.substring(from).strip());
        return parts;
    }

    private static int separator(String title, int at) {
        for (String separator : SEPARATORS)
            if (separator.length() > 1 && title.startsWith(separator, at)) return separator.length();
        return 0;
    }

    /** The piece of {@code title} from the part {@code from} up to the part before {@code to}. */
    static String join(String title, List<String> parts, int from, int to) {
        int begin = 0;
        for (int i = 0; i < from; i++)
            begin = title.indexOf(parts.get(i), begin) + parts.get(i).length();
        begin = title.indexOf(parts.get(from), begin);
        int end = begin;
        for (int i = from; i < to; i++)
            end = title.indexOf(parts.get(i), end) + parts.get(i).length();
        return title.substring(begin, end);
    }

    private static boolean equalsAny(String head, List<Found> known) {
        String key = Key.of(head);
        if (key.length() < 8) return false;
        for (Found f : known) if (Key.of(f.value()).equals(key)) return true;
        return false;
    }
}
