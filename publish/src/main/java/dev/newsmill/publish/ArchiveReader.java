package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.PageId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the archive over one connection. */
final class ArchiveReader {
    private static final int SHORTEST_PREFIX = 4;
    private static final int MOST_FOUND = 10;

    static final String ROW = "select a.id, a.url, a.headline, a.date_published, a.language, a.revision from article a";
    private static final String IS_THERE = "not a.withdrawn";
    private static final String REVISION =
            "select r.article_id, r.number, r.change, r.changed, r.edits, r.page, r.fetched_at,"
                    + " r.replay, r.versions, r.published_at";

    private final Database database;
    private final Connection connection;

    ArchiveReader(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    List<ArticleRow> find(String idOrUrl) throws SQLException {
        if (idOrUrl.isEmpty()) return List.of();
        SearchText nothing = SearchText.parse("");
        List<ArticleRow> exact = rows(ROW + " where " + IS_THERE + " and a.id = ?", nothing, idOrUrl);
        if (!exact.isEmpty()) return exact;
        String hash = PageId.of(idOrUrl);
        String sql = ROW + " where " + IS_THERE + " and (a.id = ? or a.page_id = ?) order by a.id limit " + MOST_FOUND;
        List<ArticleRow> byUrl = rows(sql, nothing, hash, hash);
        return byUrl.isEmpty() && idOrUrl.length() >= SHORTEST_PREFIX ? byPrefix(idOrUrl, nothing) : byUrl;
    }

    private List<ArticleRow> byPrefix(String prefix, SearchText nothing) throws SQLException {
        String sql = ROW + " where " + IS_THERE + " and a.id >= ? and a.id < ? order by a.id limit " + MOST_FOUND;
        return rows(sql, nothing, prefix, prefix + '\uFFFF');
    }

    List<ArticleRow> search(ArchiveQuery query) throws SQLException {
        SearchText text = SearchText.parse(query.text() == null ? "" : query.text());
        Database.Match match = database.match(text);
        List<String> where = new ArrayList<>(match.where());
        List<Object> values = new ArrayList<>(match.values());
        where.add(IS_THERE);
        filter(query, where, values);
        String order = (match.order() == null ? "" : match.order() + ", ") + "a.news_at desc, a.id";
        String sql = ROW + match.join() + " where " + String.join(" and ", where) + " order by " + order + " limit ?";
        values.add(query.limit());
        return rows(sql, text, values.toArray());
    }

    private static void filter(ArchiveQuery query, List<String> where, List<Object> values) {
        if (query.host() != null) add("a.host like ? escape '!'", like(query.host()), where, values);
        if (query.language() != null) {
            String tag = query.language().toLowerCase(Locale.ROOT);
            add("(lower(a.language) = ? or lower(a.language) like ? escape '!')", tag, where, values);
            values.add(like(tag + "-*"));
        }
        if (query.since() != null) add("a.news_at >= ?", query.since().toEpochMilli(), where, values);
        if (query.until() != null) add("a.news_at < ?", query.until().toEpochMilli(), where, values);
        if (query.changedSince() != null) {
            String changed = "exists (select 1 from revision r where r.article_id = a.id and r.change = 'updated'"
                    + " and r.published_at >= ?)";
            add(changed, query.changedSince().toEpochMilli(), where, values);
        }
    }

    private static void add(String condition, Object value, List<String> where, List<Object> values) {
        where.add(condition);
        values.add(value);
    }

    private static String like(String glob) {
        return glob.toLowerCase(Locale.ROOT)
                .replaceAll("[!%_]", "!$0")
                .replace('*', '%')
                .replace('?', '_');
    }

    private List<ArticleRow> rows(String sql, SearchText text, Object... values) throws SQLException {
        List<ArticleRow> rows = Sql.list(connection, sql, ArchiveReader::row, values);
        List<ArticleRow> withSnippets = new ArrayList<>(rows.size());
        for (ArticleRow row : rows) withSnippets.add(withSnippet(row, text));
        return withSnippets;
    }

    static ArticleRow row(ResultSet row) throws SQLException {
        return new ArticleRow(
                row.getString("id"),
                row.getString("url"),
                row.getString("headline"),
                row.getString("date_published"),
                row.getString("language"),
                row.getInt("revision"),
                "");
    }

    private ArticleRow withSnippet(ArticleRow row, SearchText text) throws SQLException {
        Content content = new Store(database, connection).content(row.id(), row.revision());
        String snippet =
                content == null ? "" : Snippet.of(content.article().article().text(), text);
        return new ArticleRow(
                row.id(), row.url(), row.headline(), row.datePublished(), row.language(), row.revision(), snippet);
    }

    List<StoredArticle> current(String id) throws SQLException {
        return stored(
                REVISION + ", r.content from revision r join article a on a.id = r.article_id"
                        + " and a.revision = r.number where a.id = ?",
                id);
    }

    List<StoredArticle> revision(String id, int number) throws SQLException {
        return stored(REVISION + ", r.content from revision r where r.article_id = ? and r.number = ?", id, number);
    }

    private List<StoredArticle> stored(String sql, Object... values) throws SQLException {
        return Sql.list(
                connection,
                sql,
                row -> new StoredArticle(revision(row), new Content(row.getBytes("content")).article()),
                values);
    }

    List<Revision> revisions(String id) throws SQLException {
        String sql = REVISION + " from revision r where r.article_id = ? order by r.number";
        return Sql.list(connection, sql, ArchiveReader::revision, id);
    }

    private static Revision revision(ResultSet row) throws SQLException {
        Position position = Store.position(row);
        String replay = position.run().replay();
        return new Revision(
                row.getString("article_id"),
                row.getInt("number"),
                Names.change(row.getString("change")),
                Names.split(row.getString("changed")),
                Names.edits(row.getString("edits")),
                Instant.ofEpochMilli(row.getLong("published_at")),
                position.page(),
                Instant.ofEpochMilli(position.fetchedAt()),
                replay.isEmpty() ? null : replay,
                position.run().versionByStage());
    }

    List<Comparison> compare(List<Result> results) throws SQLException {
        Store store = new Store(database, connection);
        Map<String, Current> byArticle = store.currents(articles(results));
        Map<String, Current> byPage = store.currentsOfPages(droppedPages(results));
        Set<String> barred = store.barred(ids(results)).keySet();
        List<Comparison> comparisons = new ArrayList<>(results.size());
        for (Result result : results) {
            EnrichedArticle article = result.article();
            Current current = article == null ? byPage.get(result.pageId()) : byArticle.get(article.id());
            boolean isBarred = article != null && (barred.contains(article.id()) || barred.contains(result.pageId()));
            comparisons.add(isBarred ? Comparison.ofBarred(current) : Comparison.of(current, result));
        }
        return comparisons;
    }

    private static Set<String> ids(List<Result> results) {
        Set<String> ids = new HashSet<>(articles(results));
        results.forEach(result -> ids.add(result.pageId()));
        return ids;
    }

    private static Set<String> articles(List<Result> results) {
        return results.stream()
                .map(Result::article)
                .filter(Objects::nonNull)
                .map(EnrichedArticle::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> droppedPages(List<Result> results) {
        return results.stream()
                .filter(result -> result.article() == null)
                .map(Result::pageId)
                .collect(Collectors.toSet());
    }

    ArchiveCounts counts() throws SQLException {
        return new ArchiveCounts(count("article a where " + IS_THERE), count("revision"), count("decision"));
    }

    private long count(String from) throws SQLException {
        Long count = Sql.first(connection, "select count(*) from " + from, row -> row.getLong(1));
        return count == null ? 0 : count;
    }

    SortedMap<String, SortedMap<Integer, Long>> nextOffsets() throws SQLException {
        SortedMap<String, SortedMap<Integer, Long>> offsets = new TreeMap<>();
        Sql.list(
                connection,
                "select topic, partition, next_offset from consumer_offset",
                row -> offsets.computeIfAbsent(row.getString(1), topic -> new TreeMap<>())
                        .put(row.getInt(2), row.getLong(3)));
        return offsets;
    }
}
