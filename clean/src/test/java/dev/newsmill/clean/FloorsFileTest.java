package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorsFileTest {
    @TempDir
    Path folder;

    @Test
    void complainsOfAScoreUnderItsFloor() throws IOException {
        assertThat(floors().complaints("news", "abc", Map.of("title", 0.89)))
                .containsExactly("news title is 0.8900, under its floor of 0.9000");
    }

    @Test
    void isContentWithAScoreAtItsFloor() throws IOException {
        assertThat(floors().complaints("news", "abc", Map.of("title", 0.9))).isEmpty();
    }

    @Test
    void complainsOfOtherPages() throws IOException {
        assertThat(floors().complaints("news", "def", Map.of("title", 0.99)))
                .singleElement()
                .asString()
                .contains("not the set that the floors were measured on");
    }

    @Test
    void complainsOfAFieldWithoutAFloor() throws IOException {
        assertThat(floors().complaints("news", "abc", Map.of("date", 0.99)))
                .singleElement()
                .asString()
                .contains("has no floor");
    }

    @Test
    void goesUpWithTheScore() throws IOException {
        Floors floors = floors();
        floors.update("news", "abc", Map.of("title", 0.95), "");
        assertThat(floors.text()).contains("news,title,0.9500,abc,");
    }

    @Test
    void doesNotGoDownWithoutAReason() throws IOException {
        Floors floors = floors();
        floors.update("news", "abc", Map.of("title", 0.85), "");
        assertThat(floors.text()).contains("news,title,0.9000,abc,");
    }

    @Test
    void goesDownWithAReasonThatIsWrittenDown() throws IOException {
        Floors floors = floors();
        floors.update("news", "abc", Map.of("title", 0.85), "the set's titles\nare kickers");
        assertThat(floors.text()).contains("news,title,0.8500,abc,the set's titles are kickers");
        assertThat(floors.complaints("news", "abc", Map.of("title", 0.85))).isEmpty();
    }

    @Test
    void isTheSameWhenReadAgain() throws IOException {
        String text = floors().text();
        Files.writeString(folder.resolve("again.csv"), text);
        assertThat(Floors.read(folder.resolve("again.csv")).text()).isEqualTo(text);
    }

    @Test
    void saysWhichLineIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.csv"), "news,title,0.9\n");
        assertThatThrownBy(() -> Floors.read(file)).hasMessageContaining("news,title,0.9");
    }

    private Floors floors() throws IOException {
        return Floors.read(Files.writeString(folder.resolve("floors.csv"), "news,title,0.9000,abc,\n"));
    }
}
