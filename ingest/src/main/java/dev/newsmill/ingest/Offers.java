package dev.newsmill.ingest;

import dev.newsmill.stage.Offer;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** What an input holds, one offer at a time; each page is read when {@link #next} asks for it. Not thread-safe. */
public interface Offers extends Iterator<Offer>, AutoCloseable {

    /** Frees files and connections; the offers that were not asked for are never read. */
    @Override
    void close();

    /** Offers that are each made when they are asked for, with nothing to close. */
    static Offers each(List<Supplier<Offer>> makers) {
        Iterator<Supplier<Offer>> rest = List.copyOf(makers).iterator();
        return new Offers() {
            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public Offer next() {
                return rest.next().get();
            }

            @Override
            public void close() {}
        };
    }
}
