package dev.newsmill.enrich.dates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsmill.message.Timex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many expressions of the Recognizers-Text suites we find with an equivalent value. {@code RecognizersScorer
 * FILE LANGUAGE [-va]}: v prints what is missing,
 * a asks for all candidates, before the filter that was trained on news. The suites speak their own dialect; this is the mapping:
 *
 * <ul>
 *   <li>found: at least one of our expressions overlaps theirs;
 *   <li>where they list several values (past and future, a.m. and p.m.), any one of them will do;
 *   <li>date: our interval begins on their day; or our value is theirs, X for X;
 *   <li>time: our hour and minute are theirs, whatever the day; date and time: both are;
 *   <li>part of the day (TMO, TAF, TEV, TNI): the same letters, for their hours differ from ours;
 *   <li>range: our interval begins and ends with theirs; or we see two expressions, and the first begins with theirs and
 *       the second begins or ends with their end; or the range says only since, before, until, after, and an expression
 *       of ours begins or ends at that point; or a point and a length give their end;
 *   <li>length: as many seconds, a month being 30 and a year 365 days, to 1 %; a vague one (X) where they guess a number;
 *   <li>an amount of weeks, months or years from now: their day lies in our period, for TIMEX3 keeps the unit;
 *   <li>the last second of a day: our day with the modifier END;
 *   <li>now, in a range: our PRESENT_REF is the time of reference;
 *   <li>set: our value is theirs; their {@code XXXX-WXX-1T19} may be ours without the time.
 * </ul>
 */
final class RecognizersScorer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(DE|CE|WE|[A-Z])");
    private static final Map<String, Double> DAYS =
            Map.of("Y", 365.0, "M", 30.0, "W", 7.0, "D", 1.0, "Q", 90.0, "DE", 3650.0);

    private int all;
    private int equivalent;
    private int overlapping;

    private RecognizersScorer() {}

    public static void main(String[] args) throws IOException {
        RecognizersScorer scorer = new RecognizersScorer();
        Language language = Language.read(args[1]);
        if (args.length > 2 && args[2].contains("a")) language = language.with(language.direction(), new Filter(null));
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            JsonNode row = JSON.readTree(line);
            String text = row.path("text").asText();
            Anchor anchor = Anchor.parse(row.path("dct").asText(null));
            List<Timex> ours = new TimexFinder(text, language, anchor).find();
            for (JsonNode theirs : row.path("timexes"))
                scorer.score(row, theirs, ours, args.length > 2 && args[2].contains("v"));
        }
        System.out.printf(
                "%s: %d expressions, %.1f %% found, %.1f %% with an equivalent value%n",
                Path.of(args[0]).getFileName(),
                scorer.all,
                100.0 * scorer.overlapping / scorer.all,
                100.0 * scorer.equivalent / scorer.all);
    }

    private void score(JsonNode row, JsonNode theirs, List<Timex> ours, boolean verbose) {
        List<Timex> near = ours.stream()
                .filter(t -> t.begin() < theirs.path("end").asInt()
                        && theirs.path("start").asInt() < t.end())
                .toList();
        all++;
        if (!near.isEmpty()) overlapping++;
        boolean same = false;
        for (JsonNode value : theirs.path("values"))
            same |= !near.isEmpty() && isSame(value, near, row.path("dct").asText());
        if (same) equivalent++;
        if (!same && verbose) {
            System.out.println(row.path("dct").asText() + " | "
                    + row.path("text").asText() + " | " + theirs.path("text").asText()
                    + " | " + theirs.path("timex").asText() + " "
                    + theirs.path("values").path(0)
                    + " | "
                    + near.stream()
                            .map(t -> t.text() + "=" + t.value() + "[" + t.from() + "," + t.to() + ")")
                            .toList());
        }
    }

    private static boolean isSame(JsonNode value, List<Timex> near, String now) {
        String timex = value.path("timex").asText();
        Timex first = near.get(0);
        for (Timex one : near)
            if (one.value().equals(timex) || one.value().equals(timex.replace("T24", "T00"))) return true;
        return switch (value.path("type").asText()) {
            case "date" -> near.stream().anyMatch(t -> isOn(value.path("value").asText(), t));
            case "time" ->
                near.stream()
                        .anyMatch(
                                t -> clock(t).equals(minute(value.path("value").asText())));
            case "datetime" ->
                near.stream().anyMatch(t -> isAt(value.path("value").asText(), t))
                        || isAt(value.path("value").asText(), near);
            case "duration" -> near.stream().anyMatch(t -> isAsLong(t.value(), value));
            case "set" -> near.stream().anyMatch(t -> t.type().equals("SET") && isSameSet(timex, t.value()));
            default ->
                isSameRange(
                        value,
                        timex,
                        first,
                        near.stream().map(t -> present(t, now)).toList());
        };
    }

    private static boolean isSameRange(JsonNode value, String timex, Timex first, List<Timex> near) {
        String start = value.path("start").asText("");
        String end = value.path("end").asText("");
        Timex last = near.get(near.size() - 1);
        if (timex.matches(".*T[A-Z]{2}")
                && near.stream().anyMatch(t -> t.value().endsWith(timex.substring(timex.indexOf('T'))))) {
            return !timex.contains("-") || near.stream().anyMatch(t -> start.startsWith(day(t.from())));
        }
        boolean begins = start.isEmpty() || near.stream().anyMatch(t -> isPoint(start, t.from()));
        boolean ends = end.isEmpty() || isPoint(end, last.to()) || isPoint(end, last.from());
        if (begins && ends) return true;
        if (start.isEmpty() || end.isEmpty()) {
            String point = start.isEmpty() ? end : start;
            return near.stream().anyMatch(t -> isPoint(point, t.from()) || isPoint(point, t.to()));
        }
        double length = between(start, end);
        return begins && near.stream().anyMatch(t -> seconds(t.value()) == length);
    }

    private static Timex present(Timex t, String now) {
        if (!t.value().equals("PRESENT_REF")) return t;
        return new Timex(t.type(), t.begin(), t.end(), t.text(), t.value(), null, null, now, null);
    }

    private static boolean isPoint(String theirs, @Nullable String ours) {
        if (ours == null) return false;
        if (theirs.contains(":") && !theirs.contains("-")) {
            String clock = ours.contains("T") ? ours.substring(ours.indexOf('T') + 1) : "00:00";
            return minute(clock).equals(minute(theirs));
        }
        String full = ours.contains("T") ? ours : ours + "T00:00";
        String point = (theirs.contains(":") ? theirs : theirs + " 00:00").replace(' ', 'T');
        return full.length() >= 16 && point.startsWith(full.substring(0, 16));
    }

    private static boolean isAt(String theirs, Timex ours) {
        boolean end = theirs.endsWith("23:59:59") && "END".equals(ours.mod());
        return end ? theirs.startsWith(day(ours.from())) : isPoint(theirs, ours.from());
    }

    /** A day and, apart from it, a time. */
    private static boolean isAt(String theirs, List<Timex> near) {
        return near.stream()
                        .anyMatch(t -> theirs.startsWith(day(t.from()))
                                && !day(t.from()).isEmpty())
                && near.stream()
                        .anyMatch(t -> clock(t).equals(minute(theirs.substring(Math.min(theirs.length(), 11)))));
    }

    private static boolean isSameSet(String theirs, String ours) {
        String plain = theirs.replaceFirst("T\\d\\d(:\\d\\d)*$", "");
        return theirs.equals(ours)
                || plain.equals(ours)
                || ours.equals("XXXX-XX-XX" + theirs)
                || (plain.isEmpty() && ours.equals("P1D"))
                || (theirs.startsWith("XXXX-") && ours.endsWith(theirs.substring(5)))
                || seconds(theirs) == seconds(ours);
    }

    private static boolean isOn(String theirs, Timex ours) {
        if (day(ours.from()).equals(theirs)) return true;
        String to = ours.to();
        boolean period = to != null && ours.text().matches(".*\\b(ago|from now|hence|later|vor|il y a|hace).*");
        return period && day(ours.from()).compareTo(theirs) <= 0 && theirs.compareTo(to) < 0;
    }

    private static boolean isAsLong(String ours, JsonNode theirs) {
        if (ours.contains("X"))
            return theirs.path("timex").asText().replaceAll("\\d+", "X").equals(ours);
        double seconds = theirs.path("value").asDouble(-2);
        return Math.abs(seconds(ours) - seconds) <= seconds / 100;
    }

    private static String day(@Nullable String from) {
        return from == null || from.length() < 10 ? "" : from.substring(0, 10);
    }

    private static String clock(Timex timex) {
        String from = timex.from();
        if (from == null || !from.contains("T")) {
            int t = timex.value().indexOf('T');
            return t < 0 ? "" : minute(timex.value().substring(t + 1));
        }
        return minute(from.substring(from.indexOf('T') + 1));
    }

    private static String minute(String clock) {
        String minute = clock.length() < 5 ? clock : clock.substring(0, 5);
        return minute.equals("24:00") ? "00:00" : minute;
    }

    private static double between(String start, String end) {
        try {
            if (start.contains("-") && start.contains(":")) {
                return Duration.between(
                                LocalDateTime.parse(start.replace(' ', 'T')),
                                LocalDateTime.parse(end.replace(' ', 'T')))
                        .toSeconds();
            }
            if (start.contains("-"))
                return 86400.0
                        * (LocalDate.parse(end).toEpochDay()
                                - LocalDate.parse(start).toEpochDay());
            return Duration.between(java.time.LocalTime.parse(start), java.time.LocalTime.parse(end))
                    .toSeconds();
        } catch (DateTimeParseException e) {
            return -3;
        }
    }

    private static double seconds(String value) {
        if (!value.startsWith("P")) return -1;
        int t = value.indexOf('T');
        double sum = 0;
        Matcher m = AMOUNT.matcher(value);
        while (m.find()) {
            boolean time = t >= 0 && m.start() > t;
            double n = Double.parseDouble(m.group(1));
            String unit = m.group(2);
            sum += n
                    * (time
                            ? (unit.equals("H") ? 3600 : unit.equals("M") ? 60 : 1)
                            : 86400 * DAYS.getOrDefault(unit, 0.0));
        }
        return sum == 0 ? -1 : sum;
    }
}
