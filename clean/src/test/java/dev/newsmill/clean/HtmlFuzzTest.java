package dev.newsmill.clean;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newsmill.message.Article;
import dev.newsmill.message.Block;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;

/** Any markup gets an answer; an article's blocks are what its text holds, and its explanation has the same answer. */
class HtmlFuzzTest {
    private static final Cleaner CLEANER = new Cleaner();

    @FuzzTest(maxDuration = "60m")
    void answersAnyMarkup(FuzzedDataProvider data) {
        String head = data.consumeString(400);
        String body = data.consumeRemainingAsString();
        Page page = Pages.page("<html><head>" + head + "</head><body><p>"
                + "The ferry crossed the lake again on Friday, after two winters in the yard. ".repeat(3) + body);
        Outcome<Article> outcome = CLEANER.clean(page);
        if (!outcome.equals(CLEANER.explain(page).outcome()))
            throw new AssertionError("the explanation is of another answer");
        if (outcome instanceof Outcome.Emit<Article> emit) check(emit.value());
    }

    private static void check(Article article) {
        for (Block block : article.blocks())
            if (!article.text().startsWith(block.text(), block.begin()))
                throw new AssertionError("block at " + block.begin() + " is not what the text holds");
    }
}
