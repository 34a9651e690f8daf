package dev.newsmill.publish;

import dev.newsmill.message.Article;
import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Publication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the publisher reads and writes, within one transaction. */
final class Store {
    private static final Pattern HOST = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+).*");
    private static final int LONGEST_IN_ROW = 500;

    private final Database database;
    private final Connection connection;

    Store(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** What the archive holds of these articles; other writers wait for them until the transaction ends. */
    Map<String, Current> lock(Collection<String> ids) throws SQLException {
        database.lock(connection, ids);
        return currents(ids);
    }

    /** What the archive holds of these articles. */
    Map<String, Current> currents(Collection<String> ids) throws SQLException {
        return currents("a.id", ids);
    }

    /** What the archive holds of these pages, by the ids of the pages. */
    Map<String, Current> currentsOfPages(Collection<String> pageIds) throws SQLException {
        return currents("a.page_id", pageIds);
    }

    private Map<String, Current> currents(String key, Collection<String> values) throws SQLException {
        Map<String, Current> currents = new HashMap<>();
        Sql.list(
                connection,
                "select " + key + " as found_by, a.revision, a.page, a.fetched_at, a.replay, a.versions, r.content"
                        + " from article a left join revision r on r.article_id = a.id and r.number = a.revision where "
                        + database.isOneOf(key),
                row -> currents.put(row.getString("found_by"), current(row)),
                database.values(connection, values));
        return currents;
    }

    private static Current current(ResultSet row) throws SQLException {
        byte @Nullable [] content = row.getBytes("content");
        return new Current(row.getInt("revision"), content == null ? null : new Content(content), position(row));
    }

    static Position position(ResultSet row) throws SQLException {
        return new Position(row.getLong("fetched_at"), Origin.parse(row.getString("page")), run(row));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(row.getString("replay"), row.getString("versions"));
    }

    /** The decisions of before on these articles and pages. */
    Map<Candidate.Key, Decision> decisions(Collection<String> ids, Collection<String> pages) throws SQLException {
        Map<Candidate.Key, Decision> decisions = new HashMap<>();
        Sql.list(
                connection,
                "select d.*, r.changed, r.edits from decision d"
                        + " left join revision r on r.article_id = d.article_id and r.number = d.revision where "
                        + database.isOneOf("d.article_id") + " and " + database.isOneOf("d.page"),
                row -> decisions.put(
                        new Candidate.Key(row.getString("article_id"), row.getString("page"), run(row)), decision(row)),
                database.values(connection, ids),
                database.values(connection, pages));
        return decisions;
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                Names.change(row.getString("change")),
                row.getInt("revision"),
                Names.split(row.getString("changed")),
                Names.edits(row.getString("edits")),
                row.getString("detail"));
    }

    /** What was published as a revision; null where that was withdrawn. */
    @Nullable
    Content content(String id, int revision) throws SQLException {
        return Sql.first(
                connection,
                "select content from revision where article_id = ? and number = ?",
                row -> new Content(row.getBytes(1)),
                id,
                revision);
    }

    /** See {@link Withdrawals#barred}. */
    Map<String, String> barred(Collection<String> ids) throws SQLException {
        return new Withdrawals(database, connection).barred(ids);
    }

    /** Articles that the archive does not have. */
    void insert(List<Publication> publications, Map<String, Current> currents) throws SQLException {
        Sql.batch(
                connection,
                "insert into article (page_id, revision, url, canonical_url, host, headline, language, date_published,"
                        + " news_at, page, fetched_at, replay, versions, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows(publications, currents));
    }

    /** Articles that have a new revision. */
    void revise(List<Publication> publications, Map<String, Current> currents) throws SQLException {
        Sql.batch(
                connection,
                "update article set page_id = ?, revision = ?, url = ?, canonical_url = ?, host = ?, headline = ?,"
                        + " language = ?, date_published = ?, news_at = ?, page = ?, fetched_at = ?, replay = ?,"
                        + " versions = ?, withdrawn = false where id = ?",
                rows(publications, currents));
    }

    private static List<@Nullable Object[]> rows(List<Publication> publications, Map<String, Current> currents) {
        List<@Nullable Object[]> rows = new ArrayList<>(publications.size());
        for (Publication publication : publications) {
            Current current = currents.get(publication.id());
            if (current != null) rows.add(row(publication.article().article(), current));
        }
        return rows;
    }

    private static @Nullable Object[] row(Article article, Current current) {
        Position position = current.position();
        return new @Nullable Object[] {
            PageId.of(article.url()),
            current.revision(),
            article.url(),
            article.canonicalUrl(),
            host(article.url()),
            shortened(article.headline()),
            shortened(article.language()),
            shortened(article.datePublished()),
            NewsTime.millis(article.datePublished(), position.fetchedAt()),
            position.page().toString(),
            position.fetchedAt(),
            position.run().replay(),
            position.run().versions(),
            article.id()
        };
    }

    /** Articles whose newest page says what the current revision says. */
    void advance(Map<String, Current> currents) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(currents.size());
        currents.forEach((id, current) -> {
            Position at = current.position();
            rows.add(new @Nullable Object[] {
                at.page().toString(),
                at.fetchedAt(),
                at.run().replay(),
                at.run().versions(),
                id
            });
        });
        Sql.batch(
                connection, "update article set page = ?, fetched_at = ?, replay = ?, versions = ? where id = ?", rows);
    }

    void addRevisions(List<NewRevision> revisions) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(revisions.size());
        for (NewRevision revision : revisions) rows.add(revision.row());
        Sql.batch(
                connection,
                "insert into revision (article_id, number, change, changed, edits, page, fetched_at, replay, versions,"
                        + " published_at, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    void addDecisions(Map<Candidate.Key, Decision> decisions) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(decisions.size());
        decisions.forEach((key, decision) -> rows.add(new @Nullable Object[] {
            key.id(),
            key.page(),
            key.run().replay(),
            key.run().versions(),
            Names.of(decision.change()),
            decision.revision(),
            decision.detail()
        }));
        Sql.batch(
                connection,
                "insert into decision (article_id, page, replay, versions, change, revision, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    void index(Collection<Publication> publications) throws SQLException {
        if (publications.isEmpty()) return;
        database.index(connection, publications);
        new SignatureIndex(database, connection)
                .add(publications.stream().map(Publication::article).toList());
    }

    /** Remembers how far the inputs' topics were read; never goes back. */
    void advanceOffsets(Collection<Origin> inputs) throws SQLException {
        Map<String, Origin> last = new HashMap<>();
        for (Origin input : inputs) {
            last.merge(input.topic() + "-" + input.partition(), input, (a, b) -> a.offset() > b.offset() ? a : b);
        }
        List<@Nullable Object[]> rows = new ArrayList<>(last.size());
        for (Origin input : last.values().stream().sorted().toList()) {
            rows.add(new Object[] {input.topic(), input.partition(), input.offset() + 1});
        }
        Sql.batch(
                connection,
                "insert into consumer_offset (topic, partition, next_offset) values (?, ?, ?)"
                        + " on conflict (topic, partition) do update set next_offset = excluded.next_offset"
                        + " where excluded.next_offset > consumer_offset.next_offset",
                rows);
    }

    private static @Nullable String host(String url) {
        Matcher matcher = HOST.matcher(url);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_IN_ROW ? text : text.substring(0, LONGEST_IN_ROW);
    }

    /** A row of table {@code revision} to be. */
    record NewRevision(Publication publication, Position position, Content content, long publishedAt) {
        private @Nullable Object[] row() {
            return new @Nullable Object[] {
                publication.id(),
                publication.revision(),
                Names.of(publication.change()),
                Names.join(publication.changed()),
                Names.ofEdits(publication.edits()),
                position.page().toString(),
                position.fetchedAt(),
                position.run().replay(),
                position.run().versions(),
                publishedAt,
                content.deflated()
            };
        }
    }
}
