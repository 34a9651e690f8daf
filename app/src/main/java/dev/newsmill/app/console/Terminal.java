package dev.newsmill.app.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The terminal that this process talks to, if there is one. */
public final class Terminal {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    /** Columns and rows. */
    public record Size(int columns, int rows) {}

    private Terminal() {}

    /** True if a person sees what is printed, and can be shown colours. */
    @SuppressWarnings("SystemConsoleNull") // that it is not null says little since Java 22: isTerminal() is asked too
    public static boolean isThere() {
        java.io.Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) return false;
        try {
            // Java 22 and 23 have a console on pipes too, and this method to tell
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Its size now; 80 by 24 where it does not say. */
    public static Size size() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(stty.getInputStream().readNBytes(100), StandardCharsets.US_ASCII).strip();
            if (stty.waitFor(1, TimeUnit.SECONDS) && answer.matches("\\d{1,5} \\d{1,5}")) return size(answer);
        } catch (IOException e) {
            return usual();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return usual();
    }

    private static Size size(String rowsAndColumns) {
        String[] parts = rowsAndColumns.split(" ");
        int rows = Integer.parseInt(parts[0]);
        int columns = Integer.parseInt(parts[1]);
        return columns == 0 || rows == 0 ? usual() : new Size(columns, rows);
    }

    private static Size usual() {
        return new Size(USUAL_COLUMNS, USUAL_ROWS);
    }
}
