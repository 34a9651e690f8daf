package dev.newsmill.app.command;

import dev.newsmill.app.console.Console;
import dev.newsmill.app.replay.FieldLines;
import dev.newsmill.message.Edit;
import dev.newsmill.publish.ArticleDiff;
import dev.newsmill.publish.FieldDiff;
import dev.newsmill.publish.Revision;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** The differences between two revisions, for people: a field a paragraph, what is gone and what came in marked. */
final class DiffScreen {
    private final Console console;
    private final FieldLines lines;

    /** @param full to show texts whole, not only around their changes */
    DiffScreen(Console console, boolean full) {
        this.console = console;
        this.lines = new FieldLines(console, full, "  ");
    }

    void print(Revision before, Revision after, ArticleDiff diff) {
        String edits = diff.edits().stream().map(Edit::name).collect(Collectors.joining(", "));
        console.print(console.dim(Measures.shortId(after.articleId()) + "  revision " + before.number() + " of "
                + Measures.minute(before.publishedAt(), ZoneId.systemDefault()) + " → revision " + after.number()
                + " of " + Measures.minute(after.publishedAt(), ZoneId.systemDefault())));
        if (!edits.isEmpty()) console.print("edits: " + edits);
        if (diff.fields().isEmpty()) console.print("They say the same.");
        diff.fields().forEach(this::print);
    }

    private void print(FieldDiff field) {
        console.print("");
        console.print(console.bold(field.field()));
        lines.print(field);
    }
}
