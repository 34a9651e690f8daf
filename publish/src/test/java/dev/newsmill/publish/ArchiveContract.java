package dev.newsmill.publish;

import static dev.newsmill.publish.News.article;
import static dev.newsmill.publish.News.input;
import static dev.newsmill.publish.News.live;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.newsmill.message.Article;
import dev.newsmill.message.Edit;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Publication;
import dev.newsmill.message.Publication.Change;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.RetryableException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an archive does in whichever database. */
abstract class ArchiveContract {
    static final String URL = "https://news.example.org/2024/harbour";
    static final String ID = PageId.of(URL);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-02T08:00:00Z"), ZoneOffset.UTC);

    Archive archive;
    Publisher publisher;

    /** A place without an archive. */
    abstract String emptyLocation();

    @BeforeEach
    void open() {
        archive = Archive.openOrCreate(emptyLocation());
        publisher = new Publisher(archive, CLOCK);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void publishesAnUnknownArticleAsItsFirstRevision() {
        Publication publication = emitted(publish(live(1, harbour("The harbour opens."))));
        assertThat(publication.change()).isEqualTo(Change.NEW);
        assertThat(publication.revision()).isEqualTo(1);
        assertThat(publication.changed()).isEmpty();
    }

    @Test
    void publishesAChangeAsTheNextRevisionAndNamesWhatChanged() {
        publish(live(1, harbour("The harbour opens.")));
        Publication publication = emitted(publish(live(2, harbour("The harbour opens late."))));
        assertThat(publication.change()).isEqualTo(Change.UPDATED);
        assertThat(publication.revision()).isEqualTo(2);
        assertThat(publication.changed()).containsExactly("text");
    }

    @Test
    void dropsWhatSaysTheSameAsTheCurrentRevision() {
        publish(live(1, harbour("The harbour opens.")));
        assertThat(publish(live(2, harbour("The harbour opens."))))
                .isEqualTo(new Answer.Of<>(Outcome.drop("unchanged", "as revision 1")));
    }

    @Test
    void dropsWhatComesFromAnOlderPage() {
        publish(live(2, harbour("Newer.")));
        Outcome.Drop<Publication> drop = dropped(publish(live(1, harbour("Older."))));
        assertThat(drop.reason()).isEqualTo("stale");
        assertThat(drop.detail()).contains("pages-0@1", "pages-0@2");
    }

    @Test
    void anUnchangedPageMakesOlderOnesStale() {
        publish(live(1, harbour("The harbour opens.")));
        publish(live(3, harbour("The harbour opens.")));
        assertThat(dropped(publish(live(2, harbour("Something else.")))).reason())
                .isEqualTo("stale");
    }

    @Test
    void aReplayOfTheNewestPageReplacesItsLiveResult() {
        publish(live(1, harbour("Text with a menu.")));
        Publication publication = emitted(publish(input(1, "20240302T080000-a", harbour("Text."))));
        assertThat(publication.revision()).isEqualTo(2);
    }

    @Test
    void aReplayOfAnOlderPageDoesNotReplaceTheNewestOne() {
        publish(live(1, harbour("Old.")));
        publish(live(2, harbour("New.")));
        assertThat(dropped(publish(input(1, "20240302T080000-a", harbour("Old, cleaner."))))
                        .reason())
                .isEqualTo("stale");
    }

    @Test
    void anEarlierReplayDoesNotReplaceALaterOne() {
        publish(input(1, "20240302T090000-b", harbour("From the later.")));
        assertThat(dropped(publish(input(1, "20240302T080000-a", harbour("From the earlier."))))
                        .reason())
                .isEqualTo("stale");
    }

    @Test
    void aNewerVersionOfAStageReplacesTheLiveResultOfTheSamePage() {
        Origin page = new Origin("pages", 0, 1);
        publish(input(page, News.NOON, null, "1.9", harbour("Text with a menu.")));
        assertThat(emitted(publish(input(page, News.NOON, null, "1.10", harbour("Text."))))
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void theSameResultGetsTheSameAnswerLaterOn() {
        Input<EnrichedArticle> first = live(1, harbour("One."));
        Answer<Publication> answer = publish(first);
        publish(live(2, harbour("Two.")));
        assertThat(publish(first)).isEqualTo(answer);
    }

    @Test
    void theSameResultTwiceInABatchGetsTheSameAnswer() {
        Input<EnrichedArticle> first = live(1, harbour("One."));
        List<Answer<Publication>> answers = publisher.applyAll(List.of(first, first));
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(archive.counts()).isEqualTo(new ArchiveCounts(1, 1, 1));
    }

    @Test
    void aBatchMayReviseAnArticleManyTimes() {
        publisher.applyAll(List.of(
                live(1, harbour("One.")),
                live(2, harbour("Two.")),
                live(3, harbour("Two.")),
                live(4, harbour("Three."))));
        assertThat(archive.revisions(ID)).extracting(Revision::number).containsExactly(1, 2, 3);
        assertThat(current().article().article().text()).isEqualTo("Three.");
    }

    @Test
    void answersAreTheSameByteForByteWhenTheyAreGivenAgainInOtherBatches() throws Exception {
        List<Input<EnrichedArticle>> inputs = new ArrayList<>();
        for (int i = 0; i < 30; i++)
            inputs.add(live((i * 7) % 30, article(URL + i % 4, "Cranes " + i % 3, "Text " + i % 5)));
        List<String> answers = json(publisher.applyAll(inputs));
        List<Answer<Publication>> again = new ArrayList<>();
        for (int from = 0; from < 30; from += 4) {
            again.addAll(publisher.applyAll(inputs.subList(from, Math.min(30, from + 4))));
        }
        assertThat(json(again)).isEqualTo(answers);
    }

    @Test
    void previewAnswersAndKeepsNothing() {
        assertThat(publisher.preview(List.of(live(1, harbour("One.")))).get(0)).isInstanceOf(Answer.Of.class);
        assertThat(archive.counts()).isEqualTo(new ArchiveCounts(0, 0, 0));
        assertThat(archive.nextOffsets()).isEmpty();
    }

    @Test
    void anEmptyBatchIsFine() {
        assertThat(publisher.applyAll(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "a b", "é"})
    void aBadIdFailsAloneAndTheRestIsPublished(String id) {
        EnrichedArticle bad = News.enriched(Article.ofText(id, "https://news.example.org/bad", "Text.", null));
        List<Answer<Publication>> answers =
                publisher.applyAll(List.of(live(1, harbour("One.")), live(2, bad), live(3, harbour("Two."))));
        assertThat(answers.get(1)).isInstanceOf(Answer.Failed.class);
        assertThat(emitted(answers.get(2)).revision()).isEqualTo(2);
    }

    @Test
    void aPageFromBeyondTimeFailsAlone() {
        Input<EnrichedArticle> bad = input(new Origin("pages", 0, 1), Instant.MAX, null, "1.0", harbour("One."));
        List<Answer<Publication>> answers = publisher.applyAll(List.of(bad, live(2, harbour("Two."))));
        assertThat(answers.get(0)).isInstanceOf(Answer.Failed.class);
        assertThat(emitted(answers.get(1)).revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"a\tb, clean 1.0", "20240302, clean é"})
    void aBadRunFailsAlone(String replay, String version) {
        Input<EnrichedArticle> bad = input(new Origin("pages", 0, 1), News.NOON, replay, version, harbour("One."));
        assertThat(publish(bad)).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void aTextWithNulIsPublishedAsItIs() {
        EnrichedArticle article = article(URL + "\0", "A \0 headline", "Zero \0 here.");
        assertThat(emitted(publish(live(1, article))).article()).isEqualTo(article);
        assertThat(requireNonNull(archive.show(article.id())).article()).isEqualTo(article);
    }

    @Test
    void aTextThatIsNoUnicodeIsPublishedAsItIs() {
        EnrichedArticle article = article(URL, "Half \ud83d", "A pair: \ude00");
        publish(live(1, article));
        assertThat(current().article()).isEqualTo(article);
    }

    @Test
    void remembersTheNextOffsetOfEachPartition() {
        publisher.applyAll(List.of(live(7, harbour("One.")), live(8, harbour("Two."))));
        Origin other = new Origin("pages", 3, 40);
        publish(input(other, News.NOON, null, "1.0", harbour("Three.")));
        assertThat(archive.nextOffsets()).isEqualTo(Map.of("enriched", Map.of(0, 9L, 3, 41L)));
    }

    @Test
    void theNextOffsetNeverGoesBack() {
        publish(live(7, harbour("One.")));
        publish(live(2, harbour("Two.")));
        assertThat(archive.nextOffsets()).isEqualTo(Map.of("enriched", Map.of(0, 8L)));
    }

    @Test
    void showsEachRevisionWithWhereItComesFrom() {
        publish(live(1, harbour("The one.")));
        publish(input(1, "20240302T080000-a", harbour("The other.")));
        StoredArticle second = requireNonNull(archive.show(ID, 2));
        assertThat(second.article()).isEqualTo(harbour("The other."));
        assertThat(second.revision())
                .isEqualTo(new Revision(
                        ID,
                        2,
                        Change.UPDATED,
                        List.of("text"),
                        List.of(),
                        CLOCK.instant(),
                        new Origin("pages", 0, 1),
                        News.NOON.plusSeconds(60),
                        "20240302T080000-a",
                        Map.of("clean", "1.0", "enrich", "1.0")));
    }

    @Test
    void showsNothingOfWhatItDoesNotHave() {
        publish(live(1, harbour("One.")));
        assertThat(archive.show(ID, 2)).isNull();
        assertThat(archive.show("none")).isNull();
        assertThat(archive.revisions("none")).isEmpty();
    }

    @Test
    void findsAnArticleByItsIdItsPrefixAndItsUrl() {
        publish(live(1, harbour("One.")));
        publish(live(2, article("https://news.example.org/other", "Other", "Text.")));
        for (String name : List.of(ID, ID.substring(0, 8), "HTTP://news.example.org/2024/harbour?utm_source=x#top")) {
            assertThat(archive.find(name)).as(name).extracting(ArticleRow::id).containsExactly(ID);
        }
    }

    @Test
    void findsAnArticleByTheUrlOfItsPageWhereItsCanonicalUrlDiffers() {
        EnrichedArticle print = News.enriched(Article.ofText(ID, "https://print.example.org/?id=7", "Text.", null));
        publish(live(1, print));
        assertThat(archive.find("https://print.example.org/?id=7")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "%", "____", "\0", "' or 1=1 --", "https://news.example.org/none"})
    void findsNothingForAnyOtherText(String text) {
        publish(live(1, harbour("One.")));
        assertThat(archive.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "harbour            | strike, tariff",
                "HARBOUR            | strike, tariff",
                "harbor             | ",
                "dockers harbour    | strike",
                "`\"dockers walk\"` | strike",
                "`\"walk dockers\"` | ",
                "`\"dockers walk`   | strike",
                "harbour -dockers   | tariff",
                "-dockers           | tariff, zurich, beijing",
                "`-\"dockers walk\"` | tariff, zurich, beijing",
                "zurich             | zurich",
                "Zürich             | zurich",
                "北京               | beijing",
                "京北               | ",
                "walk-out           | strike",
                "osei               | strike, tariff, zurich, beijing",
                "osei strike        | strike",
                "café               | zurich",
                "headline:harbour   | ",
                "harbour NOT dockers| ",
                "***                | strike, tariff, zurich, beijing",
            })
    void findsArticlesByTheirWords(String query, @Nullable String expected) {
        publishAll();
        List<String> names = expected == null ? List.of() : List.of(expected.split(", "));
        assertThat(archive.search(ArchiveQuery.of(query)))
                .extracting(row -> row.url().replaceAll(".*/", ""))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "-",
                "--",
                "-\"",
                "' OR 1=1 --",
                "a:b",
                "(",
                ")",
                "AND",
                "NEAR(a b)",
                "a*",
                "^a",
                "{x}:y",
                "\0",
                "'",
                "''",
                "\\",
                "a & | ! <-> b",
                "😀",
                "\ud83d",
                "%",
                "+-+-",
                "a\"b\"c",
                "-a -b -c"
            })
    void noTextIsABadQuery(String query) {
        publishAll();
        assertThat(archive.search(ArchiveQuery.of(query))).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aHugeQueryIsFine() {
        publishAll();
        assertThat(archive.search(ArchiveQuery.of("harbour \"a b\" ".repeat(100_000))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.org,,,, strike tariff",
        "news.*,,,, strike tariff",
        "NEWS.example.???,,,, strike tariff",
        "news_example.org,,,,",
        ",en,,, strike tariff",
        ",DE,,, zurich",
        ",,2024-03-01T00:00:00Z,, tariff beijing",
        ",,,2024-02-01T00:00:00Z, strike zurich",
        ",,2024-01-01T00:00:00Z,2024-02-01T00:00:00Z, strike",
        "*.example.org,en,2024-03-01T00:00:00Z,, tariff",
    })
    void filtersByHostLanguageAndDate(
            @Nullable String host,
            @Nullable String language,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String expected) {
        publishAll();
        List<String> names =
                expected == null ? List.of() : List.of(expected.strip().split(" "));
        assertThat(archive.search(new ArchiveQuery(null, host, language, since, until, null, 100)))
                .extracting(row -> row.url().replaceAll(".*/", ""))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void showsTheNewestFirstWhereNoWordsAreAskedFor() {
        publishAll();
        assertThat(archive.search(new ArchiveQuery(null, null, null, null, null, null, 2)))
                .extracting(row -> row.url().replaceAll(".*/", ""))
                .containsExactly("beijing", "tariff");
    }

    @Test
    void aWordInTheHeadlineCountsMoreThanOneInTheText() {
        publish(live(1, article("https://a.example/1", "Weather", "Rain over the quay, the quay and the city.")));
        publish(live(2, article("https://a.example/2", "Quay reopens", "Ships are back in the city after rain.")));
        assertThat(archive.search(ArchiveQuery.of("quay")).get(0).url()).isEqualTo("https://a.example/2");
    }

    @Test
    void searchKnowsOnlyTheCurrentRevision() {
        publish(live(1, harbour("The ferry is late.")));
        publish(live(2, harbour("The train is late.")));
        assertThat(archive.search(ArchiveQuery.of("ferry"))).isEmpty();
        assertThat(archive.search(ArchiveQuery.of("train"))).hasSize(1);
    }

    @Test
    void aRowHoldsWhatAListShows() {
        publish(live(1, harbour("The harbour opens on Monday.")));
        assertThat(archive.search(ArchiveQuery.of("monday")))
                .containsExactly(new ArticleRow(
                        ID, URL, "Harbour", "2024-03-01T10:00:00+01:00", "en", 1, "The harbour opens on Monday."));
    }

    @Test
    void anArticleOfAMillionWordsIsPublishedAndFound() {
        publish(live(1, harbour("wharf " + "Ωx9 ".repeat(1_000_000))));
        assertThat(archive.search(ArchiveQuery.of("wharf"))).hasSize(1);
    }

    @Test
    void anArticleOfOneHugeWordIsPublished() {
        assertThat(emitted(publish(live(1, harbour("字".repeat(200_000))))).revision())
                .isEqualTo(1);
    }

    @Test
    void findsWhatIsAlikeTheMostAlikeFirst() {
        publish(live(1, signed("same", Signatures.near(1, 0))));
        publish(live(2, signed("near", Signatures.near(1, 30))));
        publish(live(3, signed("far", Signatures.near(1, 100))));
        publish(live(4, signed("other", Signatures.near(2, 0))));
        assertThat(archive.similar(Signatures.near(1, 0), 0.5, 10))
                .extracting(similar -> similar.article().headline())
                .containsExactly("same", "near");
        assertThat(archive.similar(Signatures.near(1, 0), 0.5, 10))
                .extracting(SimilarArticle::share)
                .satisfies(shares -> assertThat(shares.get(0)).isEqualTo(1.0))
                .satisfies(shares -> assertThat(shares.get(1)).isCloseTo(98 / 128.0, within(0.02)));
    }

    @Test
    void givesNoMoreOfWhatIsAlikeThanAskedFor() {
        for (int i = 0; i < 5; i++) publish(live(i, signed("copy" + i, Signatures.near(1, i))));
        assertThat(archive.similar(Signatures.near(1, 0), 0.5, 2))
                .extracting(similar -> similar.article().headline())
                .containsExactly("copy0", "copy1");
    }

    @Test
    void similarityGoesByTheCurrentRevision() {
        publish(live(1, signed("one", Signatures.near(1, 0))));
        publish(live(2, signed("one", Signatures.near(2, 0))));
        assertThat(archive.similar(Signatures.near(1, 0), 0.1, 10)).isEmpty();
        assertThat(archive.similar(Signatures.near(2, 0), 0.9, 10)).hasSize(1);
    }

    @Test
    void aTextTooShortForASignatureIsLikeNothing() {
        publish(live(1, signed("one", Signatures.near(1, 0))));
        publish(live(2, signed("one", null)));
        publish(live(3, signed("strange", "no signature at all")));
        assertThat(archive.similar(Signatures.near(1, 0), 0, 10)).isEmpty();
    }

    @Test
    void takesArticlesOfBeforeTheIndexIntoIt() {
        publish(live(1, signed("old", Signatures.near(1, 0))));
        publish(live(2, signed("short", null)));
        execute("delete from signature");
        assertThat(archive.similar(Signatures.near(1, 0), 0.5, 10)).hasSize(1);
    }

    @Test
    void comparesOnlyWithASignature() {
        assertThatThrownBy(() -> archive.similar("01ff", 0.5, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The signature is all that tells these articles apart, but for their headlines. */
    private static EnrichedArticle signed(String headline, @Nullable String signature) {
        EnrichedArticle plain = article("https://news.example.org/" + headline, headline, "Text " + signature);
        return new EnrichedArticle(
                plain.article(),
                plain.mentions(),
                plain.entities(),
                plain.timexes(),
                plain.quotes(),
                signature,
                plain.annotators(),
                plain.annotations());
    }

    @Test
    void aRecordThatTheDatabaseRefusesFailsAloneAndTheRestIsPublished() {
        refuse("pages-0@4");
        List<Input<EnrichedArticle>> inputs = new ArrayList<>();
        for (int i = 0; i < 9; i++) inputs.add(live(i, article(URL + i % 3, "Cranes", "Text " + i)));
        List<Answer<Publication>> answers = publisher.applyAll(inputs);
        assertThat(answers.get(4)).isInstanceOf(Answer.Failed.class);
        assertThat(answers.stream().filter(Answer.Of.class::isInstance)).hasSize(8);
        assertThat(archive.counts()).isEqualTo(new ArchiveCounts(3, 8, 8));
    }

    @Test
    void troubleIsRetryableAndTheBatchNeverHappened() {
        execute("alter table decision rename to gone");
        assertThatThrownBy(() -> publish(live(1, harbour("One."))))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("decision");
        execute("alter table gone rename to decision");
        assertThat(archive.counts()).isEqualTo(new ArchiveCounts(0, 0, 0));
        assertThat(emitted(publish(live(1, harbour("One.")))).revision()).isEqualTo(1);
    }

    @Test
    void anArchiveOfANewerVersionIsLeftAlone() {
        execute("update newsmill_schema_history set version = '999'");
        String location = location();
        assertThatThrownBy(() -> Archive.open(location))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("newer version of Newsmill")
                .hasMessageContaining("999");
    }

    /**
     * Live pages, pages fetched again and replays, in any order: what is current in the end is what the newest page and
     * the newest run of it say, and any of them again gets the answer that it got.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theNewestPageAndRunWinInAnyOrder(long seed) throws Exception {
        Random random = new Random(seed);
        List<Input<EnrichedArticle>> inputs = results(random);
        List<String> answers = json(inBatches(inputs, random));
        for (Input<EnrichedArticle> input : inputs) {
            EnrichedArticle current =
                    requireNonNull(archive.show(input.value().id())).article();
            assertThat(Changes.between(current, newest(inputs, input.value().id())))
                    .isEmpty();
        }
        List<Input<EnrichedArticle>> prefix = inputs.subList(0, random.nextInt(inputs.size()));
        assertThat(json(inBatches(prefix, random))).isEqualTo(answers.subList(0, prefix.size()));
    }

    /** Three articles, on twelve pages in two partitions, some fetched at the same time, each with up to three runs. */
    private static List<Input<EnrichedArticle>> results(Random random) {
        List<Input<EnrichedArticle>> inputs = new ArrayList<>();
        for (int page = 0; page < 12; page++) {
            Origin origin = new Origin("pages", page % 2, page);
            Instant fetchedAt = News.NOON.plusSeconds(random.nextInt(6));
            for (int run = 0; run < 3; run++) {
                EnrichedArticle article = article(URL + page % 3, "Cranes", "Text " + random.nextInt(4));
                inputs.add(input(origin, fetchedAt, run == 0 ? null : "2024030" + run, "1.0", article));
            }
        }
        Collections.shuffle(inputs, random);
        return inputs;
    }

    private static EnrichedArticle newest(List<Input<EnrichedArticle>> inputs, String id) {
        return inputs.stream()
                .filter(input -> input.value().id().equals(id))
                .max(Comparator.<Input<EnrichedArticle>, Instant>comparing(
                                i -> i.from().fetchedAt())
                        .thenComparing(i -> i.from().page())
                        .thenComparing(i -> requireNonNullElse(i.from().replay(), "")))
                .orElseThrow()
                .value();
    }

    private List<Answer<Publication>> inBatches(List<Input<EnrichedArticle>> inputs, Random random) {
        List<Answer<Publication>> answers = new ArrayList<>();
        while (answers.size() < inputs.size()) {
            int end = Math.min(inputs.size(), answers.size() + 1 + random.nextInt(9));
            answers.addAll(publisher.applyAll(inputs.subList(answers.size(), end)));
        }
        return answers;
    }

    @Test
    void twoPublishersMayShareAnArchive() throws Exception {
        List<Input<EnrichedArticle>> inputs = results(new Random(42));
        List<Input<EnrichedArticle>> reversed = new ArrayList<>(inputs);
        Collections.reverse(reversed);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Publisher other = new Publisher(Archive.open(location()), CLOCK)) {
            Future<List<Answer<Publication>>> mine = threads.submit(() -> publishSteadily(publisher, inputs));
            Future<List<Answer<Publication>>> theirs = threads.submit(() -> publishSteadily(other, reversed));
            List<Answer<Publication>> answers = new ArrayList<>(theirs.get());
            Collections.reverse(answers);
            assertThat(json(answers)).isEqualTo(json(mine.get()));
        } finally {
            threads.shutdownNow();
        }
        assertThat(archive.counts().decisions()).isEqualTo(inputs.size());
        for (int i = 0; i < 3; i++) assertConsistent(inputs, PageId.of(URL + i));
    }

    private static List<Answer<Publication>> publishSteadily(Publisher publisher, List<Input<EnrichedArticle>> inputs) {
        List<Answer<Publication>> answers = new ArrayList<>();
        int troubles = 0;
        while (answers.size() < inputs.size()) {
            int end = Math.min(inputs.size(), answers.size() + 3);
            try {
                answers.addAll(publisher.applyAll(inputs.subList(answers.size(), end)));
            } catch (RetryableException e) {
                assertThat(++troubles).isLessThan(100); // as the runtime does: the same batch again
            }
        }
        return answers;
    }

    private void assertConsistent(List<Input<EnrichedArticle>> inputs, String id) {
        StoredArticle current = requireNonNull(archive.show(id));
        List<Revision> revisions = archive.revisions(id);
        assertThat(revisions).last().isEqualTo(current.revision());
        assertThat(revisions)
                .extracting(Revision::number)
                .isEqualTo(IntStream.rangeClosed(1, revisions.size()).boxed().toList());
        assertThat(Changes.between(current.article(), newest(inputs, id))).isEmpty();
    }

    @Test
    void anArchiveThatWasClosedIsAsItWas() {
        Input<EnrichedArticle> input = live(1, harbour("One."));
        Answer<Publication> answer = publish(input);
        String location = location();
        publisher.close();
        archive = Archive.open(location);
        publisher = new Publisher(archive, CLOCK);
        assertThat(publish(input)).isEqualTo(answer);
        assertThat(archive.counts()).isEqualTo(new ArchiveCounts(1, 1, 1));
    }

    @Test
    void aWithdrawnArticleIsGoneFromEveryPlaceWhereItIsLookedFor() {
        publish(live(1, harbour("The harbour opens.")));
        publish(live(2, harbour("The harbour opens late.")));
        withdraw();
        assertThat(archive.show(ID)).isNull();
        assertThat(archive.show(ID, 1)).isNull();
        assertThat(archive.revisions(ID)).isEmpty();
        assertThat(archive.find(ID)).isEmpty();
        assertThat(archive.find(ID.substring(0, 6))).isEmpty();
        assertThat(archive.find(URL)).isEmpty();
        assertThat(archive.search(ArchiveQuery.of("harbour"))).isEmpty();
        assertThat(archive.search(new ArchiveQuery(null, null, null, null, null, null, 10)))
                .isEmpty();
        assertThat(archive.counts().articles()).isZero();
        assertThat(archive.rest(ID)).isZero();
    }

    @Test
    void whatStaysOfAWithdrawnArticleIsItsIdsAndTheReason() {
        publish(live(1, harbour("The harbour opens.")));
        publish(live(2, harbour("The harbour opens late.")));
        Withdrawal withdrawal = withdraw();
        assertThat(withdrawal)
                .isEqualTo(new Withdrawal(
                        ID,
                        2,
                        CLOCK.instant(),
                        "court order",
                        null,
                        Set.of(ID),
                        new TreeSet<>(List.of(new Origin("pages", 0, 1), new Origin("pages", 0, 2)))));
        assertThat(archive.withdrawal(ID)).isEqualTo(withdrawal);
        assertThat(archive.withdrawal(URL)).isEqualTo(withdrawal);
        assertThat(archive.withdrawal("https://news.example.org/other")).isNull();
    }

    @Test
    void anArticleThatIsThereHasARest() {
        publish(live(1, harbour("The harbour opens.")));
        publish(live(2, harbour("The harbour opens late.")));
        assertThat(archive.rest(ID)).isEqualTo(4);
    }

    @Test
    void neitherAFetchNorAReplayBringsAWithdrawnArticleBack() {
        publish(live(1, harbour("The harbour opens.")));
        withdraw();
        for (Input<EnrichedArticle> input : List.of(
                live(5, harbour("The harbour opens.")),
                live(6, harbour("Something new.")),
                input(1, "20240302T080000-a", harbour("Replayed.")))) {
            assertThat(dropped(publish(input)).reason()).isEqualTo("withdrawn");
        }
        assertThat(archive.rest(ID)).isZero();
    }

    @Test
    void thePageOfAWithdrawnArticleDoesNotBringItBackUnderAnotherId() {
        EnrichedArticle one = News.enriched(Article.ofText("id-one", URL, "Text.", null));
        publish(live(1, one));
        archive.withdraw("id-one", "court order", CLOCK.instant());
        Input<EnrichedArticle> other = live(2, News.enriched(Article.ofText("id-two", URL, "Text.", null)));
        assertThat(dropped(publish(other)).detail()).contains("id-one");
        assertThat(publish(other)).isEqualTo(publish(other));
        assertThat(archive.find("id-two")).isEmpty();
    }

    @Test
    void aResultWhoseRevisionWasWithdrawnIsAnsweredAndNoFailure() {
        Input<EnrichedArticle> first = live(1, harbour("The harbour opens."));
        publish(first);
        withdraw();
        assertThat(dropped(publish(first)).reason()).isEqualTo("withdrawn");
    }

    @Test
    void otherArticlesStayWhenOneIsWithdrawn() {
        publishAll();
        archive.withdraw(PageId.of("https://news.example.org/strike"), "court order", CLOCK.instant());
        assertThat(archive.search(ArchiveQuery.of("harbour")))
                .extracting(row -> row.url().replaceAll(".*/", ""))
                .containsExactly("tariff");
        assertThat(archive.counts().articles()).isEqualTo(3);
    }

    @Test
    void toWithdrawAgainChangesNothing() {
        publish(live(1, harbour("The harbour opens.")));
        Withdrawal first = withdraw();
        assertThat(archive.withdraw(ID, "another reason", CLOCK.instant().plusSeconds(9)))
                .isEqualTo(first);
    }

    @Test
    void whatTheArchiveDoesNotHaveCannotBeWithdrawn() {
        assertThat(archive.withdraw("none", "court order", CLOCK.instant())).isNull();
        assertThat(archive.lift("none", CLOCK.instant())).isFalse();
    }

    @Test
    void aLiftedArticleComesBackAsItsNextRevision() {
        publish(live(1, harbour("One.")));
        publish(live(2, harbour("Two.")));
        withdraw();
        assertThat(archive.lift(ID, CLOCK.instant().plusSeconds(60))).isTrue();
        assertThat(requireNonNull(archive.withdrawal(ID)).stands()).isFalse();
        assertThat(archive.find(ID)).isEmpty();
        Publication back = emitted(publish(live(3, harbour("Two."))));
        assertThat(back.revision()).isEqualTo(3);
        assertThat(back.change()).isEqualTo(Change.NEW);
        assertThat(current().article().article().text()).isEqualTo("Two.");
        assertThat(archive.search(ArchiveQuery.of("two"))).hasSize(1);
        assertThat(archive.lift(ID, CLOCK.instant())).isFalse();
    }

    @Test
    void aLiftedArticleDoesNotComeBackFromAnOlderPage() {
        publish(live(2, harbour("Two.")));
        withdraw();
        archive.lift(ID, CLOCK.instant());
        assertThat(dropped(publish(live(1, harbour("One.")))).reason()).isEqualTo("stale");
    }

    @Test
    void aLiftedArticleCanBeWithdrawnOnceMore() {
        publish(live(1, harbour("One.")));
        withdraw();
        archive.lift(ID, CLOCK.instant());
        publish(live(2, harbour("Two.")));
        Instant later = CLOCK.instant().plusSeconds(3600);
        Withdrawal second = requireNonNull(archive.withdraw(ID, "again", later));
        assertThat(second.reason()).isEqualTo("again");
        assertThat(second.stands()).isTrue();
        assertThat(archive.rest(ID)).isZero();
    }

    @Test
    void aSilentEditOfAPageIsARevisionWithItsKinds() {
        publish(live(1, harbour("Some 12 cranes fell in the harbor.")));
        Publication silent = emitted(publish(live(2, harbour("Some 15 cranes fell in the harbour."))));
        assertThat(silent.edits()).containsExactly(Edit.typo, Edit.numbers);
        assertThat(current().revision().edits()).containsExactly(Edit.typo, Edit.numbers);
        assertThat(current().publication()).isEqualTo(silent);
        assertThat(emitted(publish(live(2, harbour("Some 15 cranes fell in the harbour.")))))
                .isEqualTo(silent);
    }

    @Test
    void whatAReplayChangesIsNoEditOfThePage() {
        publish(live(1, harbour("Menu. The crane fell.")));
        assertThat(emitted(publish(input(1, "20240302T080000-a", harbour("The crane fell."))))
                        .edits())
                .isEmpty();
    }

    @Test
    void findsArticlesThatChangedSince() {
        publish(live(1, harbour("One.")));
        publish(live(2, article("https://news.example.org/other", "Other", "Text.")));
        publish(live(3, harbour("Two.")));
        assertThat(changedSince(CLOCK.instant())).extracting(ArticleRow::id).containsExactly(ID);
        assertThat(changedSince(CLOCK.instant().plusMillis(1))).isEmpty();
    }

    /** An archive of the first version, with an article in it, is brought to the newest one and keeps it. */
    @Test
    void anArchiveOfTheFirstVersionKeepsItsArticles() {
        publish(live(1, harbour("One.")));
        publish(live(2, harbour("Two.")));
        toFirstVersion();
        String location = location();
        publisher.close();
        archive = Archive.open(location);
        publisher = new Publisher(archive, CLOCK);
        assertThat(archive.revisions(ID)).hasSize(2);
        assertThat(current().article().article().text()).isEqualTo("Two.");
        withdraw();
        assertThat(archive.rest(ID)).isZero();
    }

    private void toFirstVersion() {
        execute("drop table if exists signature_band");
        execute("drop table signature");
        execute("drop table barred");
        execute("drop table withdrawal");
        execute("drop index revision_updated");
        execute("alter table revision drop column edits");
        execute("delete from newsmill_schema_history where version <> '1'");
    }

    private List<ArticleRow> changedSince(Instant time) {
        return archive.search(new ArchiveQuery(null, null, null, null, null, time, 10));
    }

    Withdrawal withdraw() {
        return requireNonNull(archive.withdraw(ID, "court order", CLOCK.instant()));
    }

    /** Where {@link #archive} is. */
    abstract String location();

    /** Makes the database refuse revisions from this page. */
    abstract void refuse(String page);

    void execute(String sql) {
        try {
            archive.database().write(connection -> {
                Sql.run(connection, sql);
                return sql;
            });
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private void publishAll() {
        publisher.applyAll(List.of(
                live(
                        1,
                        article(
                                "https://news.example.org/strike",
                                "Strike",
                                "Dockers walk out. The harbour is shut.",
                                "2024-01-15",
                                "en-GB")),
                live(
                        2,
                        article(
                                "https://news.example.org/tariff",
                                "Tariff",
                                "The harbour fears a tariff.",
                                "2024-03-01T10:00:00+01:00",
                                "en")),
                live(
                        3,
                        article(
                                "https://blatt.example.ch/zurich",
                                "Zürich",
                                "Ein Cafe\u0301 in Zürich.",
                                "2023",
                                "de")),
                live(4, article("https://blatt.example.ch/beijing", "Beijing", "今天北京下雨。", null, "zh"))));
    }

    static EnrichedArticle harbour(String text) {
        return article(URL, "Harbour", text);
    }

    Answer<Publication> publish(Input<EnrichedArticle> input) {
        return publisher.applyAll(List.of(input)).get(0);
    }

    StoredArticle current() {
        return requireNonNull(archive.show(ID));
    }

    static Publication emitted(Answer<Publication> answer) {
        return ((Outcome.Emit<Publication>) ((Answer.Of<Publication>) answer).outcome()).value();
    }

    static Outcome.Drop<Publication> dropped(Answer<Publication> answer) {
        return (Outcome.Drop<Publication>) ((Answer.Of<Publication>) answer).outcome();
    }

    static List<String> json(List<Answer<Publication>> answers) throws Exception {
        List<String> texts = new ArrayList<>();
        for (Answer<Publication> answer : answers) texts.add(Json.shared().writeValueAsString(answer));
        return texts;
    }
}
