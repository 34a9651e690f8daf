package dev.newsmill.clean;

import dev.newsmill.message.Credit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the line that closes a report: {@code jc/nm (AFP, Reuters)}. */
final class CreditLine {
    private static final Pattern LINE = Pattern.compile(
            "^(?<desk>\\p{Ll}{2,4}(?:[/,]\\s?\\p{Ll}{2,4})*)?\\s*[(\\[](?<agencies>[^()\\[\\]]{2,80})[)\\]]$");
    private static final Pattern DESK = Pattern.compile("^\\p{Ll}{2,4}(?:/\\p{Ll}{2,4})+$");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;/+]\\s*| and | und | et | y | e ");

    private CreditLine() {}

    /** The credits in {@code line}; empty if it is no such line. */
    static List<Credit> read(String line, PersonNames names) {
        List<Credit> credits = new ArrayList<>();
        if (DESK.matcher(line).matches()) return List.of(new Credit(Credit.Role.desk, line));
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) return agenciesOnly(line, names);
        List<Credit> agencies = agencies(matcher.group("agencies"), names);
        if (agencies.isEmpty()) return List.of();
        if (matcher.group("desk") != null) credits.add(new Credit(Credit.Role.desk, matcher.group("desk")));
        credits.addAll(agencies);
        return credits;
    }

    private static List<Credit> agenciesOnly(String line, PersonNames names) {
        return line.length() > 60 ? List.of() : agencies(line, names);
    }

    /** All parts are agencies, or it is no list of agencies. */
    private static List<Credit> agencies(String list, PersonNames names) {
        List<Credit> credits = new ArrayList<>();
        int others = 0;
        for (String part : SEPARATOR.split(list)) {
            if (part.isBlank()) continue;
            if (names.isAgency(part)) credits.add(new Credit(Credit.Role.agency, part.strip()));
            else others++;
        }
        return others > credits.size() ? List.of() : credits;
    }
}
