package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.message.Page;
import dev.newsmill.publish.StoredArticle;

/** The page that an article of the archive was made of, as long as Kafka keeps it. */
final class RawPage {
    private final Console console;
    private final Settings settings;

    RawPage(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** @throws CommandException with exit code 5 if it is gone */
    Page of(StoredArticle stored) throws InterruptedException {
        Page page;
        try (Visit visit = Visit.open(console, settings);
                var admin = visit.connection().reach()) {
            page = new PageStore(visit.connection(), admin)
                    .read(stored.revision().page());
        }
        if (page != null) return page;
        throw CommandException.notFound(
                "the page at " + stored.revision().page() + " is not in Kafka any more",
                "The article is: newsmill show "
                        + Measures.shortId(stored.revision().articleId()));
    }
}
