package dev.newsmill.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a list says.
 *
 * @param input a URL, or a path that counts from the folder of the list where something is there
 * @param url the URL that the page in the file is known under; null where the line names none
 */
record ListLine(String input, @Nullable String url) {

    static ListLine of(String line, @Nullable Path folder) {
        int tab = line.indexOf('\t');
        if (tab < 0) return new ListLine(resolve(line, folder), null);
        return new ListLine(
                resolve(line.substring(0, tab).strip(), folder),
                line.substring(tab + 1).strip());
    }

    /** Whether it names something that can be opened. */
    boolean isInput() {
        return WebAddress.isWeb(input) || LocalPath.existing(input) != null;
    }

    private static String resolve(String input, @Nullable Path folder) {
        if (folder == null || WebAddress.isWeb(input)) return input;
        Path there = LocalPath.existing(folder + "/" + input);
        return there == null ? input : there.toString();
    }
}
