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
import org.jspecify.annotations.Nullable;

/** The raw pages, as long as Kafka keeps them. */
final class PageStore {
    private final TopicReader reader;
    private final MessageCodec codec = new MessageCodec();

    PageStore(Connection connection) {
        this.reader = new TopicReader(connection.kafka());
    }

    /** The page at these coordinates; null where there is none any more. */
    @Nullable
    Page read(Origin at) {
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
}
