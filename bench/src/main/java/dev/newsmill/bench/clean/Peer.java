package dev.newsmill.bench.clean;

import com.chimbori.crux.articles.ArticleExtractor;
import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Something that reads a page: the bare parser, this cleaner, and other extractors, all as their users call them. */
@FunctionalInterface
interface Peer {
    /** How many characters it found; the bare parse finds none. */
    int read(String url, byte[] bytes, String html) throws BoilerpipeProcessingException, IOException;

    /** All, by name. The strings were decoded before: only this cleaner is given bytes, and the parser once. */
    static Map<String, Peer> all() {
        Cleaner cleaner = new Cleaner();
        Map<String, Peer> all = new LinkedHashMap<>();
        all.put("jsoup, bare parse", (url, bytes, html) -> bare(url, html));
        all.put("jsoup, parse of the bytes", (url, bytes, html) -> ofBytes(url, bytes));
        all.put("newsmill", (url, bytes, html) -> newsmill(cleaner, url, bytes));
        all.put(
                "readability4j",
                (url, bytes, html) ->
                        length(new Readability4J(url, html).parse().getTextContent()));
        all.put("crux", (url, bytes, html) -> length(crux(url, html)));
        all.put("boilerpipe", (url, bytes, html) -> length(CommonExtractors.ARTICLE_EXTRACTOR.getText(html)));
        return all;
    }

    private static int bare(String url, String html) {
        return Parser.htmlParser().parseInput(html, url).childNodeSize() > 0 ? 0 : -1;
    }

    private static int ofBytes(String url, byte[] bytes) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(bytes), null, url).childNodeSize() > 0 ? 0 : -1;
    }

    static int newsmill(Cleaner cleaner, String url, byte[] bytes) {
        Page page = Page.of(url, bytes, Instant.EPOCH, Map.of("content-type", "text/html"));
        return cleaner.clean(page) instanceof Outcome.Emit<Article> emit
                ? emit.value().text().length()
                : 0;
    }

    private static String crux(String url, String html) {
        var article = ArticleExtractor.with(url, html)
                .extractMetadata()
                .extractContent()
                .article();
        return article.document == null ? "" : article.document.text();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** The text of {@code bytes} as all but this cleaner get it. */
    static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
