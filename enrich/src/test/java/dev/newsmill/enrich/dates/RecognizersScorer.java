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
 * a asks for all candidates, before the filter that was trained on news, d leaves out rows without a date of reference. The suites speak their own dialect; this is the mapping:
 *
 * <ul>
 *   <li>found: at least one of our expressions overlaps theirs;
 *   <li>where they list several values (past and future, a.m. and p.m.), any one of them will do;
 *   <li>date: our interval begins on their day; or our value is theirs, X for X;
 *   <li>time: our hour and minute are theirs, whatever the day; date and time: both are;
 *   <li>part of the day (TMO, TAF, TEV, TNI): the same letters, for their hours differ from ours; TNT is our TNI, and
 *       the Spanish tarde is their evening and our afternoon;
 *   <li>range: our interval begins and ends with theirs; or we see two expressions, and the first begins with theirs and
 *       the second begins or ends with their end; or the range says only since, before, until, after, and an expression
 *       of ours begins or ends at that point; or a point and a length give their end;
 *   <li>length: as many seconds, a month being 30 and a year 365 days, to 1 %; a vague one (X) where they guess a number;
 *   <li>an amount of weeks, months or years from now: their day, or the end of their range, lies in our period, for TIMEX3 keeps the unit;
 *   <li>the last second of a day: our day with the modifier END;
 *   <li>now, in a range: our PRESENT_REF is the time of reference;
 *   <li>"in", "within", "later": a length of ours, counted from the time of reference, gives their point or their end, for
 *       TIMEX3 keeps such a length; of "the next nine months" we have the first day tomorrow, they have it today;
 *   <li>early, middle, late: our modifier and theirs are the same, and our value fits theirs where theirs is not X; in a
 *       range the middle and the end of a period stand for its middle day and its end;
 *   <li>a day that is in no calendar (30 February), which they do not resolve: we find nothing there;
 *   <li>a time zone without a time: no TIMEX3, so not counted;
 *   <li>a season of no year: ours ends in theirs;
 *   <li>set: our value is theirs, or as long to 3 %; their {@code XXXX-WXX-1T19} may be ours without the time;
 *       XXXX-WXX-WE is our P1WE.
 * </ul>
 */
final class RecognizersScorer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(DE|CE|WE|[A-Z])");
    private static final Map<String, Double> DAYS =
            Map.of("Y", 365.0, "M", 30.0, "W", 7.0, "D", 1.0, "Q", 90.0, "DE", 3650.0);

    private static final Pattern LENGTH_FROM_NOW = Pattern.compile("\\b(in|within|later)\\b");

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
            if (anchor == null && args.length > 2 && args[2].contains("d")) continue;
            for (JsonNode theirs : row.path("timexes")) {
                if (theirs.path("type").asText().endsWith("timezone")) continue;
                scorer.score(row, theirs, ours, args.length > 2 && args[2].contains("v"));
            }
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
        for (JsonNode value : theirs.path("values")) {
            same |= near.isEmpty()
                    ? isInNoCalendar(value)
                    : isSame(
                            value,
                            near,
                            theirs.path("text").asText(),
                            row.path("dct").asText());
        }
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

    private static String partOfDay(String timex, String phrase) {
        String night = timex.replaceFirst("TNT$", "TNI");
        return phrase.contains("tarde") ? night.replaceFirst("TEV$", "TAF") : night;
    }

    private static boolean isInNoCalendar(JsonNode value) {
        return value.path("type").asText().startsWith("date")
                && value.path("value").asText().equals("not resolved")
                && value.path("timex").asText().matches("....-\\d\\d-\\d\\d.*");
    }

    private static boolean isSame(JsonNode value, List<Timex> near, String phrase, String now) {
        String timex = partOfDay(value.path("timex").asText(), phrase);
        for (Timex one : near)
            if (one.value().equals(timex) || one.value().equals(timex.replace("T24", "T00"))) return true;
        if (near.stream().anyMatch(t -> isSameEdge(value, timex, t))) return true;
        if (timex.length() == 2 && near.stream().anyMatch(t -> t.value().endsWith("-" + timex))) return true;
        if (LENGTH_FROM_NOW.matcher(phrase).find() && near.stream().anyMatch(t -> leadsTo(value, t, now))) return true;
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
                        value, timex, near.stream().map(t -> present(t, now)).toList());
        };
    }

    /** "late July": the same modifier, and our value where theirs is not X. */
    private static boolean isSameEdge(JsonNode value, String timex, Timex ours) {
        String mod = value.path("Mod").asText("").replaceFirst(".*-", "");
        if (ours.mod() == null || !mod.equalsIgnoreCase(ours.mod())) return false;
        if (timex.startsWith("XXXX-WXX")) return value.path("start").asText().startsWith(day(ours.from()));
        return ours.value().matches(timex.replace("X", "."));
    }

    private static boolean leadsTo(JsonNode value, Timex ours, String now) {
        double length = seconds(ours.value());
        if (length < 0) return false;
        String point = value.path("value").asText(value.path("end").asText());
        double away = between(
                now.replace('T', ' '),
                point.length() > 10 ? point : point + now.substring(10).replace('T', ' '));
        return Math.abs(away - length) <= Math.max(60, length / 50);
    }

    private static boolean isSameRange(JsonNode value, String timex, List<Timex> near) {
        String start = value.path("start").asText("");
        String end = value.path("end").asText("");
        Timex last = near.get(near.size() - 1);
        if (timex.matches(".*T[A-Z]{2}")
                && near.stream().anyMatch(t -> t.value().endsWith(timex.substring(timex.indexOf('T'))))) {
            return !timex.contains("-") || near.stream().anyMatch(t -> start.startsWith(day(t.from())));
        }
        if (timex.startsWith("(") && isOn(end, last)) return true;
        boolean begins = start.isEmpty() || near.stream().anyMatch(t -> isPoint(start, t.from()) || isEdge(start, t));
        boolean ends = end.isEmpty() || isPoint(end, last.to()) || isPoint(end, last.from()) || isEdge(end, last);
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

    /** The middle or the end of one of our periods, which is where their range begins or ends. */
    private static boolean isEdge(String theirs, Timex ours) {
        if (ours.mod() == null || day(ours.from()).isEmpty() || day(ours.to()).isEmpty() || theirs.length() < 10)
            return false;
        if (ours.mod().equals("END")) return theirs.startsWith(day(ours.to()));
        LocalDate from = LocalDate.parse(day(ours.from()));
        long days = LocalDate.parse(day(ours.to())).toEpochDay() - from.toEpochDay();
        long off = LocalDate.parse(theirs.substring(0, 10)).toEpochDay()
                - from.plusDays(days / 2).toEpochDay();
        return ours.mod().equals("MID") && Math.abs(off) <= 1;
    }

    private static boolean isPoint(String theirs, @Nullable String ours) {
        if (ours == null) return false;
        if (theirs.contains(":") && !theirs.contains("-")) {
            String clock = ours.contains("T") ? ours.substring(ours.indexOf('T') + 1) : "00:00";
            return minute(clock).equals(minute(theirs));
        }
        if (!theirs.contains(":")) return day(ours).equals(theirs);
        String full = ours.contains("T") ? ours : ours + "T00:00";
        String point = theirs.replace(' ', 'T');
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
                || (theirs + ":00").equals(ours)
                || (theirs.endsWith("-WE") && ours.equals("P1WE"))
                || plain.equals(ours)
                || ours.equals("XXXX-XX-XX" + theirs)
                || (plain.isEmpty() && ours.equals("P1D"))
                || (theirs.startsWith("XXXX-") && ours.endsWith(theirs.substring(5)))
                || Math.abs(seconds(theirs) - seconds(ours)) <= seconds(ours) * 0.03;
    }

    private static boolean isOn(String theirs, Timex ours) {
        if (day(ours.from()).equals(theirs)) return true;
        String to = ours.to();
        boolean period =
                to != null && ours.text().matches(".*\\b(ago|from now|hence|later|vor|il y a|hace|en|dentro de).*");
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
