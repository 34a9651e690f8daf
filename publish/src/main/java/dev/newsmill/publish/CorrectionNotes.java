package dev.newsmill.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The phrases of {@code correction-notes.txt}, by which a note on a correction is told. */
final class CorrectionNotes {
    private static final String FILE = "correction-notes.txt";
    /** A letter of a script that puts blanks between words. */
    private static final String LETTER = "[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]";

    private static final Pattern PHRASES = load();

    private CorrectionNotes() {}

    /** True if the text holds one. */
    static boolean isIn(String text) {
        return PHRASES.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static Pattern load() {
        try (InputStream file = Objects.requireNonNull(CorrectionNotes.class.getResourceAsStream(FILE), FILE)) {
            String phrases = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            return Pattern.compile("(?<!" + LETTER + ")(" + phrases + ")(?!" + LETTER + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
