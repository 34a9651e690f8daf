package dev.newsmill.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Wrap;
import dev.newsmill.app.console.Wrap.Piece;
import dev.newsmill.message.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill dead-letters show}. */
@Command(
        name = "show",
        description = "One dead letter: its cause, its record, its headers and the beginning of its value.",
        header = {
            "Examples:",
            "  newsmill dead-letters show clean-0@3      the letter",
            "  newsmill dead-letters show pages-0@182    the record that failed",
            "  newsmill dead-letters show https://example.org/article --stack",
            ""
        })
final class DeadLettersShowCommand implements Callable<Integer> {
    private static final int LABEL = 16;
    private static final int EXCERPT_CHARS = 800;
    private static final int USUAL_WIDTH = 80;

    @ParentCommand
    @Nullable
    DeadLettersCommand parent;

    @Parameters(paramLabel = "ID|URL|COORDINATES", description = "of the page, the record or the letter")
    String wanted = "";

    @Option(names = "--stack", description = "where the program was, too")
    boolean stack;

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(parent).newsmill();
        try (Visit visit = Visit.open(newsmill.console(), newsmill.settings(Map.of()));
                var admin = visit.connection().reach()) {
            Connection connection = visit.connection();
            List<DeadLetter> all = new DeadLetterReader(connection, admin).read();
            print(newsmill.console(), all, connection.topics().prefix());
        }
        return ExitCode.DONE;
    }

    void print(Console console, List<DeadLetter> oldestFirst, String topicPrefix) {
        String text = PageReceipts.url(wanted);
        List<DeadLetter> meant = oldestFirst.stream()
                .filter(l -> l.isMeantBy(wanted, topicPrefix) || l.isMeantBy(text, topicPrefix))
                .toList();
        if (meant.isEmpty()) {
            throw CommandException.notFound(
                    "there is no dead letter for '" + wanted + "'", "All: newsmill dead-letters list");
        }
        DeadLetter newest = meant.get(meant.size() - 1);
        List<DeadLetter> attempts =
                oldestFirst.stream().filter(newest::isOfSameRecord).toList();
        Instant first = attempts.get(0).seen();
        if (console.json()) {
            ObjectNode object = Json.shared().createObjectNode().put("schema", "newsmill.dead-letter/1");
            object.put("firstSeen", first.toString());
            ArrayNode all = object.putArray("history");
            attempts.forEach(a -> all.addObject()
                    .put("at", a.at())
                    .put("seen", a.seen().toString())
                    .put("error", a.error())
                    .put("message", a.message())
                    .put("closed", a.closed() == null ? null : a.closed().name()));
            object.setAll((ObjectNode) Json.shared().valueToTree(newest));
            console.printJson(object);
        } else {
            print(console, newest, attempts);
            long others = meant.stream().filter(l -> !l.isOfSameRecord(newest)).count();
            if (others > 0) console.say(Measures.count(others, "other letter") + " fit: newsmill dead-letters list");
        }
    }

    private void print(Console console, DeadLetter letter, List<DeadLetter> attempts) {
        List<Piece> cause = List.of(new Piece(letter.reason(), console::red), Piece.plain(": " + letter.message()));
        Wrap.lines(cause, width(console), "", "  ").forEach(console::print);
        ZoneId zone = ZoneId.systemDefault();
        Instant first = attempts.get(0).seen();
        field(console, "stage", letter.stage());
        field(console, "page", letter.url() == null ? letter.id() : letter.url());
        field(console, "letter", letter.at());
        field(console, "record", letter.record() == null ? "never was in a topic" : letter.record());
        field(console, "attempts", Integer.toString(letter.attempts()));
        attempts.subList(0, attempts.size() - 1).forEach(a -> field(console, "before", before(a, zone)));
        if (letter.closed() != null) field(console, letter.closed().name(), note(letter));
        field(console, "first seen", Measures.minute(first, zone));
        if (!first.equals(letter.seen())) field(console, "last seen", Measures.minute(letter.seen(), zone));
        field(console, "error", letter.error());
        field(console, "size", Measures.bytes(letter.bytes()));
        console.print("");
        console.print(console.bold("Headers"));
        letter.headers().forEach((name, value) -> {
            if (!name.startsWith("__dlq.")) field(console, name, value);
        });
        if (stack && !letter.stack().isEmpty()) {
            console.print("");
            console.print(console.bold("Stack"));
            letter.stack().lines().forEach(line -> console.print(console.fit(Console.clean(line))));
        }
        console.print("");
        excerpt(console, letter);
    }

    private static String before(DeadLetter letter, ZoneId zone) {
        return Measures.minute(letter.seen(), zone) + " " + letter.reason() + ": " + letter.message();
    }

    private static String note(DeadLetter letter) {
        return letter.note() == null ? "its record went back to " + letter.stage() : letter.note();
    }

    private static void excerpt(Console console, DeadLetter letter) {
        if (letter.bytes() == 0) {
            console.print(console.dim("It has no value."));
            return;
        }
        String text = letter.excerpt()
                .substring(0, Math.min(EXCERPT_CHARS, letter.excerpt().length()));
        console.print(console.bold("Value") + console.dim("  the first " + text.length() + " characters"));
        Wrap.lines(List.of(Piece.plain(text)), width(console), "  ", "  ").forEach(console::print);
    }

    private static int width(Console console) {
        return console.columns() == 0 ? USUAL_WIDTH : console.columns();
    }

    private static void field(Console console, String name, String value) {
        int width = console.columns() == 0 ? Integer.MAX_VALUE : console.columns();
        String label = Cells.pad(Console.clean(name), LABEL);
        List<String> lines = Wrap.lines(
                List.of(Piece.plain(value)), Math.max(40, width), "  " + label + "  ", " ".repeat(LABEL + 4));
        lines.forEach(console::print);
    }
}
