package dev.newsmill.bench.clean;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;

/**
 * Measures by how much evidence makes records larger, in batches as Kafka writes and compresses them: {@code EvidenceSize
 * GOLD}. Cleans all pages below the folder, in an order that mixes sites as a feed does.
 */
public final class EvidenceSize {
    private static final int[] BATCHES = {1, 8, 32};

    private EvidenceSize() {}

    public static void main(String[] args) throws IOException {
        Cleaner cleaner = new Cleaner();
        List<byte[]> whole = new ArrayList<>();
        List<byte[]> bare = new ArrayList<>();
        for (Path file : files(Path.of(args[0]))) {
            Page page = Page.of(file.toUri().toString(), GoldPage.bytes(file), Instant.EPOCH, Map.of());
            if (!(cleaner.clean(page) instanceof Outcome.Emit<Article> emit)) continue;
            ObjectNode article = Json.shared().valueToTree(emit.value());
            whole.add(Json.shared().writeValueAsBytes(article));
            bare.add(Json.shared().writeValueAsBytes(article.without(List.of("evidence", "removed"))));
        }
        System.out.printf(
                "%d articles%n| | records a batch | bytes without | with | growth |%n|---|---|---|---|---|%n",
                whole.size());
        for (CompressionType type : List.of(CompressionType.NONE, CompressionType.LZ4, CompressionType.ZSTD))
            for (int batch : BATCHES)
                print(type, batch, size(bare, batch, type), size(whole, batch, type), whole.size());
    }

    private static List<Path> files(Path dir) throws IOException {
        List<Path> files = GoldPage.files(dir);
        Collections.shuffle(files, new Random(1));
        return files;
    }

    private static long size(List<byte[]> records, int batch, CompressionType type) {
        long size = 0;
        Compression compression = Compression.of(type).build();
        for (int from = 0; from < records.size(); from += batch) {
            SimpleRecord[] some = records.subList(from, Math.min(records.size(), from + batch)).stream()
                    .map(SimpleRecord::new)
                    .toArray(SimpleRecord[]::new);
            size += MemoryRecords.withRecords(compression, some).sizeInBytes();
        }
        return size;
    }

    private static void print(CompressionType type, int batch, long without, long with, int articles) {
        double growth = 100.0 * (with - without) / without;
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.1f %% |%n",
                type.name,
                batch,
                without / articles,
                with / articles,
                growth);
    }
}
