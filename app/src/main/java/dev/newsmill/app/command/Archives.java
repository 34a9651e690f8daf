package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.ArticleRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The archive, as the commands that read it want it. */
final class Archives {
    private Archives() {}

    /** @throws CommandException with exit code 5 if there is none yet */
    static Archive open(Settings settings) {
        String location = Connection.archive(settings);
        if (!isThere(location)) {
            throw CommandException.notFound(
                    "nothing is published yet: there is no archive at " + location,
                    "Publish something: newsmill run --once FOLDER, or name another one: --data DIR, --archive WHERE");
        }
        return Archive.open(location);
    }

    static boolean isThere(String location) {
        return location.startsWith("jdbc:") || Files.exists(Path.of(location));
    }

    /**
     * The one article that is meant.
     *
     * @param idOrUrl an id, the beginning of one, or the URL of the page
     * @throws CommandException with exit code 5 if there is none, 2 if there are several
     */
    static ArticleRow one(Archive archive, String idOrUrl) {
        List<ArticleRow> found = archive.find(idOrUrl);
        if (found.isEmpty()) {
            throw CommandException.notFound(
                    "the archive has no article '" + idOrUrl + "'",
                    "Where it is: newsmill trace " + quoted(idOrUrl) + "   others: newsmill find WORDS");
        }
        if (found.size() > 1) {
            throw CommandException.usage(
                    "'" + idOrUrl + "' is the beginning of several ids: "
                            + found.stream().map(ArticleRow::id).collect(Collectors.joining(", ")),
                    "Give more of it.");
        }
        return found.get(0);
    }

    /** The text as a shell takes it for one word. */
    static String quoted(String text) {
        return text.matches("[\\w./:@%+,=-]+") ? text : "'" + text.replaceAll("['\\p{Cntrl}]", "?") + "'";
    }
}
