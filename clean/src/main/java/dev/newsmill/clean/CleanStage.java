package dev.newsmill.clean;

import com.google.auto.service.AutoService;
import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.util.Map;

/** Stage {@code clean}: raw pages in, articles without boilerplate out. */
@AutoService(StageProvider.class)
public final class CleanStage implements StageProvider<Page, Article> {

    @Override
    public String name() {
        return "clean";
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

    /** Options: see {@link CleanOptions}. */
    @Override
    public Stage<Page, Article> open(Map<String, String> options) {
        return new Cleaner(CleanOptions.of(options))::clean;
    }
}
