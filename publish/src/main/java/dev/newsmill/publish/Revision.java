package dev.newsmill.publish;

import dev.newsmill.message.Edit;
import dev.newsmill.message.Origin;
import dev.newsmill.message.Publication.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the archive knows about a revision, without its article.
 *
 * @param number counts from 1 per article
 * @param changed names of fields that differ from the revision before
 * @param edits kinds of edit that a new fetch of its page brought
 * @param publishedAt when the archive took it
 * @param page coordinates of the page that it comes from
 * @param fetchedAt when that page was fetched
 * @param replay id of the replay that made it; null for a live one
 * @param versions stage name to version
 */
public record Revision(
        String articleId,
        int number,
        Change change,
        List<String> changed,
        List<Edit> edits,
        Instant publishedAt,
        Origin page,
        Instant fetchedAt,
        @Nullable String replay,
        Map<String, String> versions) {
    public Revision {
        changed = List.copyOf(changed);
        edits = List.copyOf(edits);
        versions = Map.copyOf(versions);
    }
}
