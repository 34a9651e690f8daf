package dev.newsmill.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.message.Json;
import dev.newsmill.message.Origin;
import dev.newsmill.runtime.Letter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill dead-letters export}. */
@Command(
        name = "export",
        description = "Open dead letters as JSON lines, each with its headers and its whole value in base64.",
        header = {
            "Examples:",
            "  newsmill dead-letters export --all > letters.jsonl",
            "  newsmill dead-letters export clean-0@3 | jq -r .value | base64 -d > page.html",
            ""
        })
final class DeadLettersExportCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    DeadLettersCommand parent;

    @Mixin
    LetterSelection selection = new LetterSelection();

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(parent).newsmill();
        try (Visit visit = Visit.open(newsmill.console(), newsmill.settings(Map.of()));
                var admin = visit.connection().reach()) {
            Letters desk = new Letters(visit.connection(), admin);
            Map<String, Map<Origin, DeadLetter>> byStage = new HashMap<>();
            for (DeadLetter letter : desk.selected(selection)) {
                byStage.computeIfAbsent(letter.stage(), s -> new HashMap<>()).put(letter.origin(), letter);
            }
            byStage.forEach((stage, letters) ->
                    desk.read(stage, letters.keySet(), found -> print(newsmill.console(), found, letters)));
        }
        return ExitCode.DONE;
    }

    private static void print(Console console, Letter found, Map<Origin, DeadLetter> letters) {
        ObjectNode line = Json.shared().createObjectNode().put("schema", "newsmill.dead-letter/1");
        line.setAll((ObjectNode) Json.shared().valueToTree(letters.get(found.at())));
        line.remove("excerpt");
        line.put("value", found.record().value());
        console.printJson(line);
    }
}
