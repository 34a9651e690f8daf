package dev.newsmill.clean;

import dev.newsmill.message.Author;
import dev.newsmill.message.Credit;
import dev.newsmill.message.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known about an article besides its text, in the making. One per page; not thread-safe. */
final class Facts {
    @Nullable
    String canonicalUrl;

    String pageType = "article";

    @Nullable
    String headline;

    /** The line that prints the headline; 0 if none does. */
    int headlineLine;

    @Nullable
    String description;

    final List<Author> authors = new ArrayList<>();

    @Nullable
    String byline;

    @Nullable
    String dateline;

    final List<Credit> credits = new ArrayList<>();

    @Nullable
    String datePublished;

    @Nullable
    String dateModified;

    @Nullable
    String section;

    final List<String> tags = new ArrayList<>();

    @Nullable
    String language;

    /** The languages that the page declares, best first. */
    final List<Found> languages = new ArrayList<>();

    @Nullable
    String siteName;

    @Nullable
    Boolean accessibleForFree;

    @Nullable
    String leadImage;

    @Nullable
    String articleBody;

    /** Whether the page says in its metadata that it is an article, a video, a gallery. */
    boolean isArticle;

    boolean video;
    boolean gallery;

    final SortedMap<String, Evidence> evidence = new TreeMap<>();

    /** The first of {@code found} wins {@code field}; null if there is none. */
    @Nullable
    String take(String field, List<Found> found) {
        return found.isEmpty() ? null : take(field, found.get(0), found);
    }

    String take(String field, Found winner, List<Found> found) {
        evidence.put(field, winner.over(found));
        return winner.value();
    }
}
