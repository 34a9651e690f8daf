package dev.newsmill.app.command;

import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Wrap;
import dev.newsmill.message.Edit;
import dev.newsmill.publish.ArticleDiff;
import dev.newsmill.publish.FieldDiff;
import dev.newsmill.publish.Piece;
import dev.newsmill.publish.Revision;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The differences between two revisions, for people: a field a paragraph, what is gone and what came in marked. */
final class DiffScreen {
    private static final int USUAL_WIDTH = 80;
    /** Characters that are shown on each side of a change. */
    private static final int CONTEXT = 60;

    private static final String GAP = " … ";

    private final Console console;
    private final boolean full;

    /** @param full to show texts whole, not only around their changes */
    DiffScreen(Console console, boolean full) {
        this.console = console;
        this.full = full;
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
        List<Wrap.Piece> pieces = new ArrayList<>();
        List<Piece> all = field.pieces();
        for (int i = 0; i < all.size(); i++) pieces.add(piece(all.get(i), i == 0, i == all.size() - 1));
        int width = console.columns() == 0 ? USUAL_WIDTH : console.columns();
        Wrap.lines(pieces, width, "  ", "  ").forEach(console::print);
    }

    /** In colour on a terminal that has it; the brackets stay, for those who do not see colours. */
    private Wrap.Piece piece(Piece piece, boolean isFirst, boolean isLast) {
        return switch (piece.kind()) {
            case SAME -> Wrap.Piece.plain(full ? piece.text() : around(piece.text(), isFirst, isLast));
            case REMOVED -> new Wrap.Piece("[-" + piece.text() + "-]", unlessBlank(console::red));
            case ADDED -> new Wrap.Piece("{+" + piece.text() + "+}", unlessBlank(console::green));
        };
    }

    private static UnaryOperator<String> unlessBlank(UnaryOperator<String> color) {
        return text -> text.isBlank() ? text : color.apply(text);
    }

    private static String around(String text, boolean isFirst, boolean isLast) {
        int head = isFirst ? 0 : CONTEXT;
        int tail = isLast ? 0 : CONTEXT;
        if (text.length() <= head + tail + GAP.length()) return text;
        return text.substring(0, whole(text, head)) + GAP + text.substring(whole(text, text.length() - tail));
    }

    /** Not between the halves of a surrogate pair. */
    private static int whole(String text, int index) {
        boolean splits = index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
        return splits ? index - 1 : index;
    }
}
