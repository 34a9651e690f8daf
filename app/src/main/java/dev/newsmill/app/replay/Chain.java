package dev.newsmill.app.replay;

import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Message;
import dev.newsmill.message.Origin;
import dev.newsmill.runtime.Arrival;
import dev.newsmill.runtime.MessageCodec;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.RetryableException;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The functions of the stages from one on to the last before publish, one after the other. Thread-safe. */
public final class Chain implements Trials {
    private final String from;
    private final Class<? extends Message> input;
    private final List<Link<?, ?>> links;
    private final MessageCodec codec = new MessageCodec();

    private Chain(String from, Class<? extends Message> input, List<Link<?, ?>> links) {
        this.from = from;
        this.input = input;
        this.links = links;
    }

    /** A stage, open. */
    private record Link<I extends Message, O extends Message>(StageProvider<I, O> provider, Stage<I, O> stage) {
        static <I extends Message, O extends Message> Link<I, O> open(
                StageProvider<I, O> provider, Map<String, String> options) {
            return new Link<>(provider, provider.open(options));
        }

        Outcome<O> apply(Message value) throws Exception {
            return stage.apply(provider.input().cast(value));
        }
    }

    /**
     * Opens the stages.
     *
     * @param from name of the first one
     * @param candidates stages that stand in for those of the same name
     * @throws dev.newsmill.app.console.CommandException if there is no stage {@code from}
     */
    public static Chain open(String from, List<StageProvider<?, ?>> candidates, Map<String, String> options) {
        StageProvider<?, ?> first = Stages.named(from);
        List<Link<?, ?>> links = new ArrayList<>();
        boolean begun = false;
        for (StageProvider<?, ?> provider : Stages.chain()) {
            begun |= provider.name().equals(from);
            if (!begun || provider.input() == EnrichedArticle.class) continue;
            links.add(Link.open(replaced(provider, candidates), options));
        }
        return new Chain(from, first.input(), links);
    }

    private static StageProvider<?, ?> replaced(StageProvider<?, ?> provider, List<StageProvider<?, ?>> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.name().equals(provider.name()))
                .findFirst()
                .orElse(provider);
    }

    /** Type of the records that it takes. */
    public Class<? extends Message> input() {
        return input;
    }

    @Override
    public SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>();
        links.forEach(link -> versions.put(link.provider.name(), link.provider.version()));
        return versions;
    }

    @Override
    public Trial run(ConsumerRecord<byte[], byte[]> record) {
        long began = System.nanoTime();
        Arrival<? extends Message> arrival;
        try {
            arrival = codec.decode(record, input);
        } catch (RuntimeException e) {
            return new Trial(at(record), null, Collections.emptySortedMap(), null, failure(from, e), millis(began));
        }
        return run(arrival, began);
    }

    private Trial run(Arrival<? extends Message> arrival, long began) {
        SortedMap<String, String> versions = new TreeMap<>(arrival.from().versions());
        Origin at = arrival.from().input();
        Message value = arrival.value();
        for (Link<?, ?> link : links) {
            String stage = link.provider.name();
            versions.put(stage, link.provider.version());
            try {
                Outcome<?> outcome = link.apply(value);
                if (outcome instanceof Outcome.Drop<?> drop) {
                    Trial.Refusal refusal = new Trial.Refusal(stage, drop.reason(), drop.detail(), false);
                    return new Trial(at, arrival, versions, null, refusal, millis(began));
                }
                value = (Message) ((Outcome.Emit<?>) outcome).value();
            } catch (RetryableException e) {
                throw e;
            } catch (Exception | StackOverflowError e) {
                return new Trial(at, arrival, versions, null, failure(stage, e), millis(began));
            }
        }
        return new Trial(at, arrival, versions, (EnrichedArticle) value, null, millis(began));
    }

    @Override
    public Trial failed(ConsumerRecord<byte[], byte[]> record, Throwable error) {
        Arrival<?> arrival;
        try {
            arrival = codec.decode(record, input);
        } catch (RuntimeException e) {
            arrival = null;
        }
        return new Trial(at(record), arrival, versions(), null, failure(from, error), 0);
    }

    private static Trial.Refusal failure(String stage, Throwable error) {
        return new Trial.Refusal(stage, error.getClass().getSimpleName(), error.getMessage(), true);
    }

    private static Origin at(ConsumerRecord<byte[], byte[]> record) {
        return new Origin(record.topic(), record.partition(), record.offset());
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    @Override
    public void close() {
        links.forEach(link -> link.stage.close());
    }
}
