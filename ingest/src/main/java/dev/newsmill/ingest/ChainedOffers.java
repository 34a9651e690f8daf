package dev.newsmill.ingest;

import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The offers of several parts, one part open at a time. What a part throws is its last offer. */
final class ChainedOffers implements Offers {
    private final Iterator<Part> parts;
    private final Closeable underneath;
    private @Nullable Part part;
    private @Nullable Offers current;
    private @Nullable Offer next;

    /** @param underneath closed with the offers: what {@code parts} reads from */
    ChainedOffers(Iterator<Part> parts, Closeable underneath) {
        this.parts = parts;
        this.underneath = underneath;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (part != null || parts.hasNext())) {
            if (part == null) part = parts.next();
            next = advance(part);
        }
        return next != null;
    }

    @Override
    public Offer next() {
        if (!hasNext() || next == null) throw new NoSuchElementException();
        Offer offer = next;
        next = null;
        return offer;
    }

    @Override
    public void close() {
        leave();
        try {
            underneath.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Offer advance(Part from) {
        try {
            Offers open = current == null ? from.opening().open() : current;
            current = open;
            if (open.hasNext()) return open.next();
            leave();
            return null;
        } catch (IOException | RuntimeException e) {
            leave();
            return new Offer(from.place(), new Answer.Failed<>(e));
        }
    }

    private void leave() {
        Offers open = current;
        current = null;
        part = null;
        if (open != null) open.close();
    }
}
