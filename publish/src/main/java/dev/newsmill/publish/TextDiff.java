package dev.newsmill.publish;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells what differs between two texts. Texts are compared by paragraphs first, and only those that differ by words, so
 * that a long text costs little; a stretch that differs in more words than {@link #MOST_WORDS} is not looked into.
 */
final class TextDiff {
    /** Of both sides together. Two texts of this size without a word in common take about a tenth of a second. */
    static final int MOST_WORDS = 6000;

    /** A paragraph, or what is between two: so that a paragraph is the same whether another follows or not. */
    private static final Pattern PARAGRAPH = Pattern.compile("\\n+|[^\\n]+");

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    /** A word, a character of a script without blanks, white space, or a single sign. */
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}"
                    + "\\p{IsKatakana}\\p{IsThai}]]+|\\s+|.",
            Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\\S+");

    private TextDiff() {}

    /** By words. */
    static List<Piece> byWords(String before, String after) {
        Pieces pieces = new Pieces();
        walk(split(PARAGRAPH, before), split(PARAGRAPH, after), pieces, TextDiff::words);
        return pieces.list();
    }

    /** By lines: where a list has one entry a line. */
    static List<Piece> byLines(String before, String after) {
        Pieces pieces = new Pieces();
        walk(split(LINE, before), split(LINE, after), pieces, (removed, added, to) -> to.change(removed, added));
        return pieces.list();
    }

    static int countWords(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    private static void words(String removed, String added, Pieces pieces) {
        List<String> before = split(TOKEN, removed);
        List<String> after = split(TOKEN, added);
        if (before.size() + after.size() > MOST_WORDS) pieces.change(removed, added);
        else walk(before, after, pieces, (r, a, to) -> to.change(r, a));
    }

    /** Goes along both sides; deltas with nothing between them, a removal and an addition, are one change. */
    private static void walk(List<String> before, List<String> after, Pieces pieces, Inside inside) {
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        int at = 0;
        for (AbstractDelta<String> delta : deltas(before, after)) {
            int begin = delta.getSource().getPosition();
            if (begin > at) look(inside, removed, added, pieces);
            pieces.same(String.join("", before.subList(at, begin)));
            removed.append(String.join("", delta.getSource().getLines()));
            added.append(String.join("", delta.getTarget().getLines()));
            at = begin + delta.getSource().size();
        }
        look(inside, removed, added, pieces);
        pieces.same(String.join("", before.subList(at, before.size())));
    }

    private static void look(Inside inside, StringBuilder removed, StringBuilder added, Pieces pieces) {
        if (removed.length() + added.length() == 0) return;
        inside.look(removed.toString(), added.toString(), pieces);
        removed.setLength(0);
        added.setLength(0);
    }

    private static List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<String>()).getDeltas().stream()
                .filter(delta -> delta.getType() != DeltaType.EQUAL)
                .toList();
    }

    private static List<String> split(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** What is done with a stretch that differs. */
    private interface Inside {
        void look(String removed, String added, Pieces to);
    }

    /** Pieces as they come; a blank between two changes belongs to both, so that a phrase stays one change. */
    private static final class Pieces {
        private final List<Piece> list = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();
        private String between = "";

        void same(String text) {
            if (text.isEmpty()) return;
            boolean inChange = removed.length() + added.length() > 0;
            if (inChange && between.isEmpty() && text.isBlank() && text.indexOf('\n') < 0) {
                between = text;
                return;
            }
            String whole = between + text;
            between = "";
            flush();
            add(Piece.same(whole));
        }

        void change(String was, String is) {
            removed.append(between).append(was);
            added.append(between).append(is);
            between = "";
        }

        List<Piece> list() {
            flush();
            if (!between.isEmpty()) add(Piece.same(between));
            return List.copyOf(list);
        }

        private void flush() {
            if (removed.length() > 0) add(Piece.removed(removed.toString()));
            if (added.length() > 0) add(Piece.added(added.toString()));
            removed.setLength(0);
            added.setLength(0);
        }

        private void add(Piece piece) {
            Piece last = list.isEmpty() ? null : list.get(list.size() - 1);
            if (last != null && last.kind() == piece.kind()) {
                list.set(list.size() - 1, new Piece(piece.kind(), last.text() + piece.text()));
            } else {
                list.add(piece);
            }
        }
    }
}
