package dev.newsmill.ingest;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of files that are pages, by the end of their name; {@code .gz} may follow. */
enum PageKind {
    HTML("text/html", ".html", ".htm"),
    XHTML("application/xhtml+xml", ".xhtml"),
    TEXT("text/plain", ".txt");

    private final String mediaType;
    private final String[] endings;

    PageKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    /** The media type, without a charset: a file's name does not tell it. */
    String mediaType() {
        return mediaType;
    }

    /** The kind of {@code file}; null where it is no page. */
    static @Nullable PageKind of(Path file) {
        String name = name(file);
        String plain = isGzip(file) ? name.substring(0, name.length() - 3) : name;
        for (PageKind kind : values()) {
            for (String ending : kind.endings) {
                if (plain.endsWith(ending)) return kind;
            }
        }
        return null;
    }

    static boolean isGzip(Path file) {
        return name(file).endsWith(".gz");
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    }
}
