package dev.newsmill.stage;

import dev.newsmill.message.Publication;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place that publications go to: a file, a feed, a webhook. Not thread-safe: the runtime calls it from one thread.
 * An outlet remembers by itself how far it is, together with what it wrote, so that a crash neither loses nor repeats
 * a publication.
 */
public interface Outlet extends AutoCloseable {

    /** How far the outlet is: per partition of the published topic the next offset that it wants; absent is 0. */
    Map<Integer, Long> positions() throws IOException;

    /**
     * Takes publications, in order, and remembers {@code next}. When it returns, both are durable.
     *
     * @param withdrawn ids of articles that were taken down: what the outlet has of them goes first, as far as it can take
     *     things back; a publication of the same batch came later. Given again after a failure
     * @param next per partition the offset after the last record of this batch
     * @throws IOException if nothing of it could be taken; the runtime tries again later
     */
    void deliver(List<Publication> publications, Set<String> withdrawn, Map<Integer, Long> next) throws IOException;

    @Override
    default void close() throws IOException {}
}
