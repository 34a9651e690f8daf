package dev.newsmill.clean;

import dev.newsmill.message.Article;
import dev.newsmill.message.Block;
import dev.newsmill.message.Credit;
import dev.newsmill.message.Image;
import dev.newsmill.message.Page;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Removed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an article together from what was found. */
final class ArticleMaker {
    private final Page page;
    private final Facts facts;

    ArticleMaker(Page page, Facts facts) {
        this.page = page;
        this.facts = facts;
    }

    Article make(Main main, List<Block> blocks, String text, CleanOptions options) {
        List<Image> images = ImageReader.read(main);
        String standfirst = main.standfirst == null ? null : main.standfirst.text;
        return make(standfirst, blocks, text, images, facts.credits, Removals.of(main, options.maxRemoved()));
    }

    Article make(
            @Nullable String standfirst,
            List<Block> blocks,
            String text,
            List<Image> images,
            List<Credit> credits,
            List<Removed> removed) {
        return new Article(
                PageId.of(facts.canonicalUrl != null ? facts.canonicalUrl : page.url()),
                page.url(),
                facts.canonicalUrl,
                facts.pageType,
                facts.headline,
                standfirst,
                facts.authors,
                facts.byline,
                credits,
                facts.dateline,
                facts.datePublished,
                facts.dateModified,
                facts.section,
                facts.tags,
                facts.language,
                facts.siteName,
                images,
                facts.accessibleForFree,
                blocks,
                text,
                facts.evidence,
                removed,
                Fingerprint.of(text));
    }
}
