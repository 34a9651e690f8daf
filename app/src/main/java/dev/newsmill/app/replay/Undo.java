package dev.newsmill.app.replay;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Publication;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.Revision;
import dev.newsmill.publish.StoredArticle;
import dev.newsmill.runtime.Arrival;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.MessageCodec;
import dev.newsmill.runtime.OffsetSet;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes a replay back: for each publication of it that is still the current revision, what the archive had before. A new
 * article had nothing before, and stays; to take it down is another matter.
 */
public final class Undo implements Trials {
    private static final String STAGE = "undo";

    private final Archive archive;
    private final String undone;
    private final MessageCodec codec = new MessageCodec();

    /** @param undone id of the replay to take back */
    public Undo(Archive archive, String undone) {
        this.archive = archive;
        this.undone = undone;
    }

    /** The publications of the replay that can be taken back. */
    public OffsetSet find(KafkaSettings kafka, Admin admin, String published) {
        OffsetSet found = new OffsetSet();
        new TopicReader(kafka).read(published, TopicSpan.all(admin, published), record -> {
            if (record.value() == null || !undone.equals(codec.heading(record).replay())) return;
            if (run(record).article() != null) found.add(record.partition(), record.offset());
        });
        return found;
    }

    @Override
    public Trial run(ConsumerRecord<byte[], byte[]> record) {
        long began = System.nanoTime();
        Arrival<Publication> arrival;
        try {
            arrival = codec.decode(record, Publication.class);
        } catch (RuntimeException e) {
            return refused(record, null, e.getClass().getSimpleName(), e.getMessage());
        }
        Publication publication = arrival.value();
        StoredArticle current = archive.show(publication.id());
        if (current == null || !isStill(current.revision(), publication)) {
            return refused(record, arrival, "superseded", "a later revision is there");
        }
        Revision before = before(publication);
        StoredArticle earlier = before == null ? null : archive.show(publication.id(), before.number());
        if (earlier == null) return refused(record, arrival, "new-article", "there was nothing before it");
        SortedMap<String, String> versions = new TreeMap<>(earlier.revision().versions());
        double worked = (System.nanoTime() - began) / 1e6;
        return new Trial(at(record), arrival, versions, earlier.article(), null, worked);
    }

    private boolean isStill(Revision current, Publication publication) {
        return current.number() == publication.revision() && undone.equals(current.replay());
    }

    private @Nullable Revision before(Publication publication) {
        List<Revision> revisions = archive.revisions(publication.id());
        for (int i = revisions.size() - 1; i >= 0; i--) {
            Revision revision = revisions.get(i);
            if (revision.number() < publication.revision() && !undone.equals(revision.replay())) return revision;
        }
        return null;
    }

    @Override
    public Trial failed(ConsumerRecord<byte[], byte[]> record, Throwable error) {
        return refused(record, null, error.getClass().getSimpleName(), error.getMessage());
    }

    @Override
    public SortedMap<String, String> versions() {
        return Collections.emptySortedMap();
    }

    @Override
    public void close() {}

    private static Trial refused(
            ConsumerRecord<byte[], byte[]> record,
            @Nullable Arrival<?> arrival,
            String reason,
            @Nullable String detail) {
        Trial.Refusal refusal = new Trial.Refusal(STAGE, reason, detail, arrival == null);
        return new Trial(at(record), arrival, Collections.emptySortedMap(), null, refusal, 0);
    }

    private static Origin at(ConsumerRecord<byte[], byte[]> record) {
        return new Origin(record.topic(), record.partition(), record.offset());
    }
}
