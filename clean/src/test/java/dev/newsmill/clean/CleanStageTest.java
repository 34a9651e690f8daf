package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.StageProvider;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CleanStageTest {
    private static final Page PAGE =
            Pages.page("<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>"
                    + "<p>It carried forty bicycles and a goat, the harbour master said, laughing at the goat.</p>");

    private final CleanStage stage = new CleanStage();

    @Test
    void isFoundByTheRuntime() {
        assertThat(ServiceLoader.load(StageProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(CleanStage.class);
    }

    @Test
    void makesArticlesOfPages() {
        assertThat(stage.name()).isEqualTo("clean");
        assertThat(stage.input()).isEqualTo(Page.class);
        assertThat(stage.output()).isEqualTo(Article.class);
        assertThat(stage.version()).matches("\\d+\\.\\d+");
    }

    @Test
    void takesItsOptionsAndLeavesThoseOfOthers() throws Exception {
        assertThat(stage.open(Map.of("archive", "jdbc:x", "clean.min-chars", "500"))
                        .apply(PAGE))
                .isInstanceOf(Outcome.Drop.class);
        assertThat(stage.open(Map.of("clean.min-chars", "50")).apply(PAGE)).isInstanceOf(Outcome.Emit.class);
    }

    @Test
    void doesNotOpenWithABadOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.open(Map.of("clean.max-bytes", "much")))
                .withMessage("clean.max-bytes is 'much'; use a whole number");
    }
}
