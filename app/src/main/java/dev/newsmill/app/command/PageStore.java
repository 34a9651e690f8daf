package dev.newsmill.app.command;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Page;
import dev.newsmill.runtime.MessageCodec;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The raw pages, as long as Kafka keeps them. */
final class PageStore {
    private final Admin admin;
    private final TopicReader reader;
    private final MessageCodec codec = new MessageCodec();

    /** A store that uses, and does not close, {@code admin}. */
    PageStore(Connection connection, Admin admin) {
        this.admin = admin;
        this.reader = new TopicReader(connection.kafka());
    }

    /** The page at these coordinates; null where there is none any more. */
    @Nullable
    Page read(Origin at) {
        if (!isThere(at)) return null;
        List<Page> found = new ArrayList<>();
        TopicSpan one = new TopicSpan(
                new TreeMap<>(Map.of(at.partition(), at.offset())),
                new TreeMap<>(Map.of(at.partition(), at.offset() + 1)));
        reader.read(
                at.topic(),
                one,
                record -> found.add(codec.decode(record, Page.class).value()));
        return found.isEmpty() ? null : found.get(0);
    }

    private boolean isThere(Origin at) {
        TopicSpan all = TopicSpan.all(admin, at.topic());
        Long begin = all.begin().get(at.partition());
        Long end = all.end().get(at.partition());
        return begin != null && end != null && at.offset() >= begin && at.offset() < end;
    }
}
