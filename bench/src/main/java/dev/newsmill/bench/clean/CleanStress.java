package dev.newsmill.bench.clean;

import dev.newsmill.clean.Cleaner;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.parser.Parser;

/**
 * Measures the cleaner on pages that grow, up to 10 MB, and on pages made to break it: {@code CleanStress}. Prints CPU
 * seconds for each, and those of jsoup's bare parse.
 */
public final class CleanStress {
    private static final int LARGEST = 10 << 20;
    private static final String PARAGRAPH =
            "<p>The council met on Tuesday to talk about the bridge, which has been closed"
                    + " since the <a href=\"/flood\">flood</a> in May, and put off a vote on the cost.</p>\n";

    private final Cleaner cleaner = new Cleaner();

    private CleanStress() {}

    public static void main(String[] args) {
        CleanStress stress = new CleanStress();
        for (int i = 0; i < 5; i++) stress.clean(article(1 << 20));
        System.out.println("| page | MB | clean, s | bare parse, s | result |\n|---|---|---|---|---|");
        for (int size = LARGEST / 64; size <= LARGEST; size *= 2) stress.row("article", article(size));
        hostile().forEach(stress::row);
    }

    private static String article(int size) {
        return "<html><body><article><h1>Bridge</h1>" + PARAGRAPH.repeat(size / PARAGRAPH.length());
    }

    private static Map<String, String> hostile() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("deep nesting", "<div>".repeat(1_000_000) + PARAGRAPH.repeat(20));
        pages.put("deep inline nesting", "<b><i>".repeat(500_000) + PARAGRAPH.repeat(20));
        pages.put("deep lists and tables", "<ul><li><table><tr><td>".repeat(200_000) + PARAGRAPH.repeat(20));
        pages.put("a million attributes", "<div " + attributes(1_000_000) + ">" + PARAGRAPH.repeat(20));
        pages.put("a million tiny spans", "<p>" + "<span>a</span> ".repeat(700_000));
        pages.put("a million links", "<p><a href=/x>a</a>".repeat(500_000));
        pages.put("unclosed everything", "<p><a href=x><b><i><font><table><td><ul><li>".repeat(200_000));
        pages.put("a million short lines", "a<br><br>".repeat(1_000_000));
        pages.put("one long line", "word ".repeat(2_000_000));
        pages.put("a million classes", classes(200_000));
        pages.put("unclosed scripts", "<script>".repeat(1_200_000));
        pages.put("unclosed comments", "<!-- ".repeat(2_000_000));
        pages.put("unclosed quotes", "<a href=\"".repeat(1_000_000));
        pages.put("a million styles", "<style></style><svg></svg>".repeat(400_000));
        pages.put("lone brackets", "< ".repeat(5_000_000));
        pages.put("headings", "<h2>Bridge</h2>".repeat(600_000));
        pages.put("metas", "<meta name=author content=\"A B\">".repeat(300_000) + PARAGRAPH.repeat(20));
        pages.put(
                "json-ld",
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":"
                        + "[".repeat(1_000_000)
                        + "</script>"
                        + PARAGRAPH.repeat(20));
        pages.put("many json-ld", "<script type=application/ld+json>{\"@type\":\"Article\"}</script>".repeat(150_000));
        return pages;
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) attributes.append('a').append(i).append("=1 ");
        return attributes.toString();
    }

    private static String classes(int count) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < count; i++)
            page.append("<div class='c").append(i).append(" share-box'>some words here</div>");
        return page.toString();
    }

    private void row(String name, String html) {
        String html10 = html.substring(0, Math.min(html.length(), LARGEST));
        long start = cpu();
        String result = clean(html10);
        long cleaned = cpu() - start;
        start = cpu();
        Parser.htmlParser().parseInput(html10, "https://site.example/");
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.2f | %s |%n",
                name,
                html10.length() / 1048576.0,
                cleaned * 1e-9,
                (cpu() - start) * 1e-9,
                result);
    }

    private String clean(String html) {
        Page page = Page.of(
                "https://site.example/a",
                html.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/html"));
        return cleaner.clean(page) instanceof Outcome.Drop<?> drop ? drop.reason() : "article";
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
