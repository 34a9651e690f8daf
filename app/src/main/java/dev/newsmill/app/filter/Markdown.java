package dev.newsmill.app.filter;

import dev.newsmill.message.Article;
import dev.newsmill.message.Block;
import dev.newsmill.message.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An article as Markdown (CommonMark): headline, byline, then its blocks with links and emphasis. */
public final class Markdown {
    private Markdown() {}

    public static String of(Article article) {
        StringBuilder text = new StringBuilder();
        if (article.headline() != null)
            text.append("# ").append(escape(article.headline())).append("\n\n");
        String line = byline(article);
        if (!line.isEmpty()) text.append('*').append(escape(line)).append("*\n\n");
        for (Block block : article.blocks()) text.append(block(block)).append("\n\n");
        return text.toString().stripTrailing() + "\n";
    }

    private static String byline(Article article) {
        List<String> parts = new ArrayList<>();
        article.authors().forEach(author -> parts.add(author.name()));
        if (article.datePublished() != null) parts.add(article.datePublished());
        return String.join(" · ", parts);
    }

    private static String block(Block block) {
        String inline = inline(block);
        return switch (block.kind()) {
            case heading ->
                "#".repeat(Math.min(6, Math.max(2, block.level() == null ? 2 : block.level()))) + " " + oneLine(inline);
            case standfirst -> "**" + oneLine(inline) + "**";
            case paragraph -> inline.replace("\n", "  \n");
            case list -> "- " + inline.replace("\n", "\n- ");
            case quote, embed -> "> " + inline.replace("\n", "\n> ");
            case code -> "```\n" + block.text() + "\n```";
            case table -> table(block.text());
        };
    }

    private static String table(String text) {
        String[] rows = text.split("\n");
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].split("\t", -1);
            table.append("| ")
                    .append(String.join(" | ", escape(rows[i]).split("\t", -1)))
                    .append(" |\n");
            if (i == 0) table.append("|").append(" --- |".repeat(cells.length)).append('\n');
        }
        return table.toString().stripTrailing();
    }

    /** The block's text with its spans as Markdown; spans that overlap without nesting keep only the outer one. */
    private static String inline(Block block) {
        String text = block.text();
        List<Span> spans = block.spans().stream()
                .sorted(Comparator.comparingInt(Span::begin).thenComparing(Span::end, Comparator.reverseOrder()))
                .toList();
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            int begin = span.begin() - block.begin();
            int end = span.end() - block.begin();
            if (begin < at || end > text.length()) continue;
            out.append(escape(text.substring(at, begin))).append(marked(span, text.substring(begin, end)));
            at = end;
        }
        return out.append(escape(text.substring(at))).toString();
    }

    private static String marked(Span span, String text) {
        return switch (span.kind()) {
            case link ->
                "[" + escape(text) + "]("
                        + (span.href() == null
                                ? ""
                                : span.href().replace(")", "%29").replace(" ", "%20")) + ")";
            case emphasis -> "*" + escape(text) + "*";
            case strong -> "**" + escape(text) + "**";
            case code -> "`" + text + "`";
        };
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }
}
