package dev.newsmill.app.replay;

import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns with {@code *} and {@code ?}, whatever the case. */
public final class Glob {
    private Glob() {}

    public static Pattern pattern(String glob) {
        StringBuilder pattern = new StringBuilder();
        glob.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c == '*') pattern.append(".*");
            else if (c == '?') pattern.append('.');
            else pattern.append(Pattern.quote(Character.toString(c)));
        });
        return Pattern.compile(pattern.toString());
    }
}
