package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the scores on gold pages, where there are any: {@code -Dclean.gold=FOLDER} names a folder with {@code SET.jsonl} and
 * {@code SET/ID.html.gz}.
 */
@EnabledIfSystemProperty(named = "clean.gold", matches = ".+")
class FloorsTest {
    private static final Path FLOORS = Path.of("src/test/resources/dev/newsmill/clean/floors.csv");
    private static final Path GOLD = Path.of(System.getProperty("clean.gold", ""));
    private static final int DIGITS = 16;

    private final Cleaner cleaner = new Cleaner();

    static List<String> sets() throws IOException {
        try (var files = Files.list(GOLD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.replace(".jsonl", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void noScoreIsUnderItsFloor(String set) throws IOException, NoSuchAlgorithmException {
        Path gold = GOLD.resolve(set + ".jsonl");
        String corpus = digest(Files.readAllBytes(gold));
        Map<String, Double> scores = scores(set, Files.readAllLines(gold));
        Floors floors = Files.exists(FLOORS) ? Floors.read(FLOORS) : Floors.none();
        String reason = System.getProperty("floors.lower", "");
        if (System.getProperty("floors.update") != null || !reason.isBlank()) {
            floors.update(set, corpus, scores, reason);
            Files.writeString(FLOORS, floors.text());
        }
        assertThat(floors.complaints(set, corpus, scores)).isEmpty();
    }

    private Map<String, Double> scores(String set, List<String> rows) {
        List<Answer> answers =
                rows.parallelStream().map(row -> answer(set, row)).toList();
        GoldScore score = new GoldScore();
        answers.forEach(answer -> score.add(answer.gold, answer.outcome));
        return score.scores();
    }

    private record Answer(JsonNode gold, Outcome<Article> outcome) {}

    private Answer answer(String set, String row) {
        try {
            JsonNode page = Json.shared().readTree(row);
            Path file = GOLD.resolve(set).resolve(page.get("id").asText() + ".html.gz");
            String url = page.path("url").asText(file.toUri().toString());
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                Page read = Page.of(url, in.readAllBytes(), Instant.EPOCH, Map.of());
                return new Answer(page.get("gold"), cleaner.clean(read));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the gold page of " + row.substring(0, 60), e);
        }
    }

    private static String digest(byte[] gold) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(gold);
        return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }
}
