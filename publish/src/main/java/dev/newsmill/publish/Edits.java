package dev.newsmill.publish;

import dev.newsmill.message.Edit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells which kinds of edit a difference between two texts holds. A sentence or more that comes or goes is a passage; a
 * replacement of a few words is a number, a typo, or other wording.
 */
final class Edits {
    /** Fields that people write as text. */
    private static final Set<String> TEXTS = Set.of("headline", "standfirst", "text");
    /** Fewer words than this are no passage: names with a title, half-sentences. */
    private static final int PASSAGE_WORDS = 8;
    /** More words than this on a side are no typo. */
    private static final int TYPO_WORDS = 3;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.,]\\p{Nd}+)*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final EnumSet<Edit> found = EnumSet.noneOf(Edit.class);

    private Edits() {}

    /** In the order of the enum; empty where nothing of the texts differs. */
    static List<Edit> of(ArticleDiff diff) {
        Edits edits = new Edits();
        for (FieldDiff field : diff.fields()) {
            if (field.field().equals("headline")) edits.found.add(Edit.headline);
            if (TEXTS.contains(field.field())) edits.look(field.pieces());
        }
        return List.copyOf(edits.found);
    }

    private void look(List<Piece> pieces) {
        String removed = "";
        for (Piece piece : pieces) {
            switch (piece.kind()) {
                case REMOVED -> removed = piece.text();
                case ADDED -> {
                    change(removed, piece.text());
                    removed = "";
                }
                case SAME -> {
                    change(removed, "");
                    removed = "";
                }
            }
        }
        change(removed, "");
    }

    private void change(String before, String after) {
        int gone = TextDiff.countWords(before);
        int come = TextDiff.countWords(after);
        if (CorrectionNotes.isIn(after) && !CorrectionNotes.isIn(before)) found.add(Edit.correction);
        if (come - gone >= PASSAGE_WORDS || (gone >= PASSAGE_WORDS && come >= PASSAGE_WORDS)) found.add(Edit.added);
        if (gone - come >= PASSAGE_WORDS || (gone >= PASSAGE_WORDS && come >= PASSAGE_WORDS)) found.add(Edit.removed);
        if (before.isBlank() && after.isBlank()) return;
        if (gone < PASSAGE_WORDS && come < PASSAGE_WORDS) words(before.strip(), after.strip());
    }

    private void words(String before, String after) {
        List<String> numbersBefore = numbers(before);
        List<String> numbersAfter = numbers(after);
        if (!numbersBefore.isEmpty() && !numbersAfter.isEmpty() && !numbersBefore.equals(numbersAfter)) {
            found.add(Edit.numbers);
        } else {
            found.add(isTypo(before, after) ? Edit.typo : Edit.wording);
        }
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The same words but for their case and signs, or words of which each is nearly the same. */
    private static boolean isTypo(String before, String after) {
        if (plain(before).equals(plain(after))) return true;
        List<String> some = Arrays.asList(BLANKS.split(before));
        List<String> others = Arrays.asList(BLANKS.split(after));
        if (some.size() != others.size() || some.size() > TYPO_WORDS) return false;
        for (int i = 0; i < some.size(); i++) if (!isNear(some.get(i), others.get(i))) return false;
        return true;
    }

    private static String plain(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static boolean isNear(String some, String other) {
        int shorter = Math.min(some.length(), other.length());
        int allowed = shorter < 4 ? 0 : shorter < 8 ? 1 : 2;
        return some.equals(other) || SpellingDistance.of(some, other, allowed) <= allowed;
    }
}
