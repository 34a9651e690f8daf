package dev.newsmill.enrich.dates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsmill.message.Timex;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the dates alone: lines {@code {"id","text","datePublished"?}} in, lines {@code {"id","timexes"}} out. */
final class ManifestRunner {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestRunner() {}

    public static void main(String[] args) throws Exception {
        Languages languages = Languages.load();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long tokens = 0;
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            JsonNode row = JSON.readTree(line);
            String text = row.path("text").asText();
            tokens += text.split("\\s+").length;
            @Nullable String tag = args.length > 1 ? args[1] : null;
            Anchor anchor = Anchor.parse(row.path("datePublished").asText(null));
            List<Timex> timexes = new TimexFinder(text, languages.of(tag, text), anchor).find();
            out.println(JSON.writeValueAsString(
                    Map.of("id", row.path("id").asText(), "mentions", List.of(), "timexes", timexes)));
        }
        out.flush();
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        System.err.printf("%d tokens, %.0f a CPU second, JSON and warm-up included%n", tokens, 1e9 * tokens / nanos);
    }
}
