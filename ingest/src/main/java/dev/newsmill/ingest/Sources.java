package dev.newsmill.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way in: finds the source of each input and reads them one after the other. Not thread-safe. Close it after the
 * offers that it opened.
 */
public final class Sources implements AutoCloseable {
    private final IngestOptions options;
    private final List<Source> sources;
    private @Nullable Fetcher fetcher;

    private Sources(IngestOptions options, List<Source> sources) {
        this.options = options;
        this.sources = sources;
    }

    /** All sources on the class path. */
    public static Sources load(IngestOptions options) {
        List<Source> found = new ArrayList<>();
        ServiceLoader.load(Source.class, Sources.class.getClassLoader()).forEach(found::add);
        return of(options, found);
    }

    static Sources of(IngestOptions options, List<Source> sources) {
        Comparator<Source> order = Comparator.comparingInt(Source::order).thenComparing(Source::name);
        return new Sources(options, sources.stream().sorted(order).toList());
    }

    public IngestOptions options() {
        return options;
    }

    /**
     * Opens all inputs as one. Each is opened when the ones before it are read; one that breaks is an offer, and the
     * next one follows.
     *
     * @param inputs as the user typed them: a path, a folder, a URL, a list, {@code -}
     * @throws IllegalArgumentException if nobody claims an input; the message says which and what would be accepted
     */
    public Offers open(List<String> inputs) {
        List<Part> parts = inputs.stream().map(this::part).toList();
        return new ChainedOffers(parts.iterator(), () -> {});
    }

    /** About how many offers {@code inputs} have, for a progress bar; empty where that is not cheap to know. */
    public OptionalLong estimate(List<String> inputs) {
        long sum = 0;
        for (String input : inputs) {
            OptionalLong one = claimant(input).estimate(input, this);
            if (one.isEmpty()) return one;
            sum += one.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /** Opens an input that {@code outer} found inside another one, with any source but {@code outer}. */
    Offers openInside(String input, Source outer) throws IOException {
        Source source = find(input, outer);
        if (source == null) throw new IOException(unclaimed(input));
        return source.open(input, this);
    }

    /** The one fetcher of this run, so that connections are used again. */
    Fetcher fetcher() {
        if (fetcher == null) fetcher = Fetcher.of(options);
        return fetcher;
    }

    @Override
    public void close() {
        if (fetcher != null) fetcher.close();
    }

    private Part part(String input) {
        Source source = claimant(input);
        return new Part(input, () -> source.open(input, this));
    }

    private Source claimant(String input) {
        Source source = find(input, null);
        if (source != null) return source;
        String accepted = sources.stream().map(Source::accepts).collect(Collectors.joining("; "));
        throw new IllegalArgumentException(unclaimed(input) + ". Accepted: " + accepted);
    }

    private @Nullable Source find(String input, @Nullable Source except) {
        return sources.stream()
                .filter(source -> source != except && source.claims(input))
                .findFirst()
                .orElse(null);
    }

    private static String unclaimed(String input) {
        return (input.contains("://") ? "no source reads '" : "no file or folder '") + input + "'";
    }
}
