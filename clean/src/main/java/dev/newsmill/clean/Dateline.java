package dev.newsmill.clean;

import dev.newsmill.message.Credit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place, day and agency that open a report, as printed: {@code PARIS, Aug 22 (Reuters)}. A place alone counts only in
 * capitals, since names of all kinds stand before dashes.
 *
 * @param agencies whom it names in brackets
 */
record Dateline(String text, List<Credit> agencies) {
    private static final int LONGEST = 90;
    private static final Pattern OPENING = Pattern.compile(
            "^(?<text>(?<place>\\p{Lu}[\\p{L}\\p{M} .'’-]{1,40}?)(?:[,/] ?[\\p{L}\\p{M}0-9. /-]{2,40}?)?(?:\\s?\\((?<agencies>[^()]{2,40})\\))?)(?:\\s?[–—:]|\\s-{1,2}|\\.-)\\s");

    /** The dateline of the paragraph; null if it has none. */
    static @Nullable Dateline read(String paragraph, PersonNames names) {
        Matcher matcher = OPENING.matcher(paragraph.substring(0, Math.min(LONGEST, paragraph.length())));
        if (!matcher.find()) return null;
        String bracketed = matcher.group("agencies");
        List<Credit> agencies = bracketed == null ? List.of() : CreditLine.read("(" + bracketed + ")", names);
        boolean trusted = bracketed == null ? capitals(matcher.group("place")) : !agencies.isEmpty();
        return trusted ? new Dateline(matcher.group("text"), agencies) : null;
    }

    private static boolean capitals(String place) {
        return place.length() >= 3 && place.equals(place.toUpperCase(java.util.Locale.ROOT)) && place.indexOf(' ') != 1;
    }
}
