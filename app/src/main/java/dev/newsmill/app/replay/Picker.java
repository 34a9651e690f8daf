package dev.newsmill.app.replay;

import dev.newsmill.message.Origin;
import dev.newsmill.runtime.OffsetSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Collects the records of a selection: all of them, the first so many, or a sample. A sample is what has the smallest
 * hashes of its coordinates, so it is the same each time, and as good as drawn.
 */
final class Picker {
    private static final Comparator<Pick> WORST_FIRST =
            Comparator.comparingLong(Pick::rank).thenComparing(Pick::at).reversed();

    private final OffsetSet all = new OffsetSet();
    private final PriorityQueue<Pick> best = new PriorityQueue<>(WORST_FIRST);
    private final int sample;
    private final int most;

    private record Pick(long rank, Origin at) {}

    Picker(Selection selection) {
        this.sample = selection.sample();
        this.most = Math.max(selection.sample(), selection.limit());
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        if (most == 0) {
            all.add(record.partition(), record.offset());
            return;
        }
        Origin at = new Origin(record.topic(), record.partition(), record.offset());
        best.add(new Pick(sample > 0 ? hash(record) : record.timestamp(), at));
        if (best.size() > most) best.poll();
    }

    OffsetSet picked() {
        best.forEach(pick -> all.add(pick.at.partition(), pick.at.offset()));
        return all;
    }

    /** The finaliser of SplitMix64 over the coordinates. */
    private static long hash(ConsumerRecord<byte[], byte[]> record) {
        long mixed = record.offset() * 0x9E3779B97F4A7C15L + record.partition();
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
