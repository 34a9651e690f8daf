package dev.newsmill.clean;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The stage's function: makes an article of a page, or says why there is none. Thread-safe. */
public final class Cleaner {
    private static final int DEEPEST = 400;
    /** A page shows within as many characters whether it is HTML. */
    private static final int OPENING = 2000;

    private final CleanOptions options;
    private final Decoder decoder = new Decoder();
    private final ClassWords classWords = ClassWords.load();
    private final PhraseBook phrases = PhraseBook.load();
    private final MetadataReader metadata;
    /** The rules that need no judge; it hears them as one voice among others. */
    private final RuleRow opinion;

    private final RuleRow rules;
    private final PlainText plainText;
    private final CreditReader credits;
    private final Verdict verdict = new Verdict(phrases);
    private final @Nullable Judge judge;

    /** A cleaner with the default options. */
    public Cleaner() {
        this(CleanOptions.DEFAULT);
    }

    public Cleaner(CleanOptions options) {
        this(options, options.off().contains("judge") ? null : Judge.load());
    }

    /** A cleaner with another judge; without one the rules decide alone. */
    public Cleaner(CleanOptions options, @Nullable Judge judge) {
        this.options = options;
        this.judge = judge;
        DateText dates = new DateText();
        PersonNames names = new PersonNames(phrases);
        this.metadata = new MetadataReader(names, dates);
        this.credits = new CreditReader(names);
        this.plainText = new PlainText(phrases, dates, names, options);
        TrimRules all = new TrimRules(phrases, dates);
        this.opinion = row(all.forOpinion());
        this.rules = row(judge == null ? all.all() : all.withJudge());
    }

    private RuleRow row(List<TrimRule> rules) {
        return new RuleRow(rules.stream()
                .filter(rule -> !options.off().contains(rule.name()))
                .toList());
    }

    /** The article of {@code page}, or a drop with one of {@link DropReason}. */
    public Outcome<Article> clean(Page page) {
        Decoded decoded = decoder.decode(page, options.maxBytes());
        if (decoded == null) return drop(DropReason.NOT_TEXT, "binary data");
        if (decoded.isBlank()) return drop(DropReason.EMPTY, "0 characters");
        if (!isHtml(page, decoded)) return plainText.clean(page, decoded);
        return article(page, read(page, decoded));
    }

    /** A page and what it says about itself. */
    record Read(Outline outline, Facts facts) {}

    /** Reads a page without judging it; null if it is no HTML. */
    @Nullable
    Read read(Page page) {
        Decoded decoded = decoder.decode(page, options.maxBytes());
        return decoded == null || !isHtml(page, decoded) ? null : read(page, decoded);
    }

    private Read read(Page page, Decoded decoded) {
        Outline outline = outline(parse(page, decoded));
        return new Read(outline, facts(outline, page));
    }

    @Nullable
    Decoded decode(Page page) {
        return decoder.decode(page, options.maxBytes());
    }

    Outline outline(Document document) {
        return OutlineReader.read(document, classWords);
    }

    Facts facts(Outline outline, Page page) {
        return metadata.read(outline, page.finalUrl());
    }

    Features features(Read read) {
        return new Features(read.outline(), read.facts(), phrases, opinion);
    }

    static Document parse(Page page, Decoded html) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        return parser.parseInput(Sieve.reader(html), page.finalUrl());
    }

    Outcome<Article> article(Page page, Read read) {
        if (read.outline().regions().isEmpty()) return drop(DropReason.EMPTY, "no body");
        Main main = judged(read);
        return article(page, main, against(page, main));
    }

    /** Why {@link #clean} answers for {@code page} what it answers. */
    public Explanation explain(Page page) {
        Decoded decoded = decoder.decode(page, options.maxBytes());
        if (decoded == null || decoded.isBlank()) return Explanation.of(clean(page));
        if (!isHtml(page, decoded)) return plainText.explain(page, decoded);
        Read read = read(page, decoded);
        if (read.outline().regions().isEmpty()) return Explanation.of(article(page, read));
        Main main = judged(read);
        Verdict.Reason against = against(page, main);
        return new Explanation(article(page, main, against), read.facts().evidence, Parts.of(main));
    }

    private Main judged(Read read) {
        Outline outline = read.outline();
        Region region = judge == null ? MainFinder.find(outline) : judge.judge(outline, features(read));
        Region chosen = region == null ? outline.regions().get(0) : region;
        Main main = new Main(outline, chosen, read.facts(), judge != null);
        rules.apply(main);
        StandfirstFinder.find(main);
        return main;
    }

    private Verdict.@Nullable Reason against(Page page, Main main) {
        List<Line> kept = kept(main);
        if (ArticleBody.instead(main.facts, kept) != null) return null;
        return verdict.against(main.outline, main.facts, page.finalUrl(), kept, options.minChars());
    }

    private static List<Line> kept(Main main) {
        return main.lines().stream().filter(Line::kept).toList();
    }

    private Outcome<Article> article(Page page, Main main, Verdict.@Nullable Reason against) {
        if (against != null) return drop(against.reason(), against.detail());
        BlockWriter writer = new BlockWriter(main.outline.document().baseUri());
        if (main.standfirst != null) Assembly.add(writer, main.standfirst, true);
        body(main, writer);
        LanguageReader.read(main.facts, writer.text());
        credits.read(main);
        return Outcome.emit(new ArticleMaker(page, main.facts).make(main, writer.blocks(), writer.text(), options));
    }

    private static void body(Main main, BlockWriter writer) {
        List<Line> kept = kept(main);
        List<String> instead = ArticleBody.instead(main.facts, kept);
        if (instead != null) ArticleBody.write(instead, writer, main.facts, kept);
        else for (Line line : kept) if (line != main.standfirst) Assembly.add(writer, line, false);
    }

    static Outcome<Article> drop(DropReason reason, String detail) {
        return Outcome.drop(reason.word(), detail);
    }

    private static boolean isHtml(Page page, Decoded decoded) {
        String type = page.contentType() == null ? "" : page.contentType().toLowerCase(Locale.ROOT);
        if (type.contains("html")) return true;
        String head = decoded.head(OPENING).toLowerCase(Locale.ROOT);
        boolean tags = head.contains("<!doctype html")
                || head.contains("<html")
                || head.contains("<head")
                || head.contains("<body")
                || head.contains("<div")
                || head.contains("<p>")
                || head.contains("<meta")
                || head.contains("<script");
        return tags || (!type.startsWith("text/plain") && head.stripLeading().startsWith("<"));
    }
}
