package dev.newsmill.app.replay;

import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.Wrap;
import dev.newsmill.publish.FieldDiff;
import dev.newsmill.publish.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The differences of a field, for a terminal: what is gone and what came in, marked, with a little of what stays. */
public final class FieldLines {
    private static final int USUAL_WIDTH = 80;
    /** Characters of unchanged text that are shown on each side of a change. */
    private static final int CONTEXT = 60;

    private static final String GAP = " … ";

    private final Console console;
    private final boolean full;
    private final String indent;

    /**
     * Prints to this console.
     *
     * @param full to show texts whole, not only around their changes
     * @param indent of each line
     */
    public FieldLines(Console console, boolean full, String indent) {
        this.console = console;
        this.full = full;
        this.indent = indent;
    }

    public void print(FieldDiff field) {
        List<Wrap.Piece> pieces = new ArrayList<>();
        List<Piece> all = field.pieces();
        for (int i = 0; i < all.size(); i++) pieces.add(piece(all.get(i), i == 0, i == all.size() - 1));
        int width = console.columns() == 0 ? USUAL_WIDTH : console.columns();
        Wrap.lines(pieces, width, indent, indent).forEach(console::print);
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
