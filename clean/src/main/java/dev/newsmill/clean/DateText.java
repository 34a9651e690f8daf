package dev.newsmill.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a point in time as pages write it, in attributes and in words, and says it in ISO 8601 with the precision and the
 * zone that were given, never more. Thread-safe.
 */
final class DateText {
    private static final int LONGEST = 200;
    private static final int OLDEST = 1970;
    private static final int LATEST = 2100;
    private static final String TIME =
            "(?:[T ,]{0,4}(?:\\p{L}{0,3}\\s?)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?\\s*([AaPp]\\.?[Mm]\\.?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)" + TIME);
    private static final Pattern COMPACT =
            Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?\\d*(Z)?)?$");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})\\s?[./年년]\\s?(\\d{1,2})\\s?[./月월]\\s?(\\d{1,2})(?!\\d)[日일]?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?[./-]\\s?(\\d{4}|\\d{2})(?![\\d:])");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.|-ого)?[\\s.,-]*(?:de |d'|of )?([\\p{L}\\p{M}']{3,14})\\.?,?[\\s-]*(?:de |del )?(\\d{4})(?!\\d)");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile("([\\p{L}\\p{M}']{3,14})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:.])(\\d{1,2})(?:[:h]|\\.(?=\\d{2}\\s?(?:[AaPp]\\.?[Mm]\\b|Uhr|[A-Z]{3,4}\\b)))(\\d{2})(?::\\d{2})?(?!\\d)\\s*(?:([AaPp]\\.?[Mm])\\b\\.?)?(?:\\s*\\(?([A-Z]{1,4}(?:[+-]\\d{1,2}(?::?\\d{2})?)?)(?![\\p{L}\\d]))?");

    private static final Pattern SHIFTED = Pattern.compile("(?:GMT|UTC)([+-])(\\d{1,2})(?::?(\\d{2}))?");

    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, String> zones = new HashMap<>();

    DateText() {
        for (String line : WordList.read("zones.txt")) zones.put(line.split(" ")[0], line.split(" ")[1]);
        for (String line : WordList.read("months.txt")) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) months.put(words[i], Integer.parseInt(words[0]));
        }
    }

    /**
     * The first date in {@code text}; null if there is none.
     *
     * @param monthFirst whether 3/4/2021 is the fourth of March
     */
    @Nullable
    String parse(@Nullable String text, boolean monthFirst) {
        if (text == null || text.isEmpty()) return null;
        String cut = digits(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .strip();
        String exact = exact(cut);
        if (exact != null) return exact;
        String day = named(cut);
        if (day == null) day = numbers(cut, monthFirst);
        return day == null ? null : withClock(day, cut);
    }

    private static @Nullable String exact(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            String day = day(iso.group(1), iso.group(2), iso.group(3));
            if (day != null) return day + time(iso.group(4), iso.group(5), iso.group(6), iso.group(7), iso.group(8));
        }
        Matcher compact = COMPACT.matcher(text);
        if (!compact.find()) return null;
        String day = day(compact.group(1), compact.group(2), compact.group(3));
        return day == null
                ? null
                : day + time(compact.group(4), compact.group(5), compact.group(6), null, compact.group(7));
    }

    private @Nullable String named(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher first = DAY_MONTH_YEAR.matcher(lower);
        while (first.find()) {
            Integer month = months.get(first.group(2));
            String day = month == null ? null : day(first.group(3), month.toString(), first.group(1));
            if (day != null) return day;
        }
        Matcher second = MONTH_DAY_YEAR.matcher(lower);
        while (second.find()) {
            Integer month = months.get(second.group(1));
            String day = month == null ? null : day(second.group(3), month.toString(), second.group(2));
            if (day != null) return day;
        }
        return null;
    }

    private static @Nullable String numbers(String text, boolean monthFirst) {
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.find()) {
            String day = day(year.group(1), year.group(2), year.group(3));
            if (day != null) return day;
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (!last.find()) return null;
        String y = last.group(4).length() == 2 ? "20" + last.group(4) : last.group(4);
        boolean american = monthFirst && last.group(2).equals("/");
        String likely = american ? day(y, last.group(1), last.group(3)) : day(y, last.group(3), last.group(1));
        return likely != null
                ? likely
                : american ? day(y, last.group(3), last.group(1)) : day(y, last.group(1), last.group(3));
    }

    private String withClock(String day, String text) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.find()) return day;
        String time = time(clock.group(1), clock.group(2), null, clock.group(3), null);
        return time.isEmpty() ? day : day + time + printedZone(clock.group(4));
    }

    /** The offset that letters after a time stand for: {@code EST}, {@code GMT+5}; empty if they say nothing. */
    private String printedZone(@Nullable String letters) {
        if (letters == null) return "";
        String named = zones.get(letters.toLowerCase(Locale.ROOT));
        if (named != null) return named;
        Matcher shifted = SHIFTED.matcher(letters);
        if (!shifted.matches()) return "";
        String minutes = shifted.group(3) == null ? "00" : shifted.group(3);
        if (Integer.parseInt(shifted.group(2)) > 14 || minutes.compareTo("59") > 0) return "";
        return shifted.group(1) + (shifted.group(2).length() == 1 ? "0" : "") + shifted.group(2) + ":" + minutes;
    }

    private static @Nullable String day(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (y < OLDEST || y > LATEST) return null;
        try {
            return LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String time(
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            @Nullable String half,
            @Nullable String zone) {
        if (hour == null || minute == null) return "";
        int h = Integer.parseInt(hour);
        if (half != null && h <= 12) h = h % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        if (h > 23 || minute.compareTo("59") > 0) return "";
        boolean seconds = second != null && second.compareTo("59") <= 0;
        return "T" + (h < 10 ? "0" : "") + h + ":" + minute + (seconds ? ":" + second : "") + zone(zone);
    }

    private static String zone(@Nullable String zone) {
        if (zone == null) return "";
        if (zone.length() < 5) return "Z";
        if (zone.compareTo(zone.substring(0, 1) + "15") >= 0 || zone.charAt(zone.length() - 2) > '5') return "";
        return zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    }

    /** Digits of other scripts as ASCII ones. */
    private static String digits(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(
                    c > 0x7F && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c == '\u00A0' ? ' ' : c);
        }
        return folded.toString();
    }
}
