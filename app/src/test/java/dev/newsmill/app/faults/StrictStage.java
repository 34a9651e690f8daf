package dev.newsmill.app.faults;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;

/** A stage that believes what a page says of its charset, and has bugs of its own. No service: tests run it. */
final class StrictStage implements StageProvider<Page, Article> {
    static final String NAME = "strict";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public Class<Page> input() {
        return Page.class;
    }

    @Override
    public Class<Article> output() {
        return Article.class;
    }

    @Override
    public Stage<Page, Article> open(Map<String, String> options) {
        return StrictStage::apply;
    }

    private static Outcome<Article> apply(Page page) throws CharacterCodingException {
        if (page.url().contains("/deep/")) throw new StackOverflowError("too deep");
        if (page.url().contains("/odd/")) throw new IllegalStateException("odd page");
        String type = Objects.requireNonNull(page.contentType());
        Charset charset = Charset.forName(type.substring(type.indexOf('=') + 1));
        String text = charset.newDecoder().decode(ByteBuffer.wrap(page.body())).toString();
        return Outcome.emit(Article.ofText(page.id(), page.url(), text, null));
    }
}
