package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes articles down, within one transaction. What stays is their ids, and why. */
final class Withdrawals {
    private static final String NEWEST = "select a.id, a.revision, w.at, w.reason, w.lifted_at from withdrawal w"
            + " join article a on a.id = w.article_id where ";

    private final Database database;
    private final Connection connection;

    Withdrawals(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Those of these ids, of articles or pages, that may not come back; with the article that was taken down. */
    Map<String, String> barred(Collection<String> ids) throws SQLException {
        Map<String, String> barred = new HashMap<>();
        Sql.list(
                connection,
                "select id, article_id from barred where " + database.isOneOf("id"),
                row -> barred.put(row.getString(1), row.getString(2)),
                database.values(connection, ids));
        return barred;
    }

    /** False if the archive does not have the article, or has nothing of it any more. */
    boolean withdraw(String id, String reason, long now) throws SQLException {
        database.lock(connection, List.of(id));
        String pageId = Sql.first(
                connection, "select page_id from article where id = ? and not withdrawn", row -> row.getString(1), id);
        if (pageId == null) return false;
        Set<String> ids = new TreeSet<>(List.of(id, pageId));
        ids.addAll(pageIds(id));
        erase(id);
        Sql.batch(
                connection,
                "insert into withdrawal (article_id, at, reason) values (?, ?, ?)",
                List.<@Nullable Object[]>of(new Object[] {id, now, reason}));
        bar(id, ids);
        return true;
    }

    /** Of the pages that its revisions came from. */
    private Set<String> pageIds(String id) throws SQLException {
        Set<String> ids = new TreeSet<>();
        Sql.list(connection, "select content from revision where article_id = ?", row -> ids.addAll(ids(row)), id);
        return ids;
    }

    private static Set<String> ids(ResultSet row) throws SQLException {
        EnrichedArticle article = new Content(row.getBytes(1)).article();
        String canonical = article.article().canonicalUrl();
        String page = PageId.of(article.url());
        return canonical == null ? Set.of(page) : Set.copyOf(List.of(page, PageId.of(canonical)));
    }

    private void erase(String id) throws SQLException {
        database.unindex(connection, id);
        update("delete from revision where article_id = ?", id);
        update(
                "update article set withdrawn = true, url = '', canonical_url = null, host = null, headline = null,"
                        + " language = null, date_published = null where id = ?",
                id);
    }

    private void bar(String article, Set<String> ids) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String id : ids) rows.add(new Object[] {id, article});
        Sql.batch(connection, "insert into barred (id, article_id) values (?, ?) on conflict do nothing", rows);
    }

    /** False if nothing was to be lifted. */
    boolean lift(String id, long now) throws SQLException {
        Withdrawal withdrawal = newest(id);
        if (withdrawal == null || !withdrawal.stands()) return false;
        update("update withdrawal set lifted_at = ? where article_id = ? and lifted_at is null", now, id);
        update("delete from barred where article_id = ?", id);
        return true;
    }

    /**
     * The newest withdrawal of an article.
     *
     * @param id of the article, or of a page that it came from
     */
    @Nullable
    Withdrawal newest(String id) throws SQLException {
        return Sql.first(
                connection,
                NEWEST + "(a.id = ? or a.page_id = ? or a.id in (select article_id from barred where id = ?))"
                        + " order by w.at desc",
                this::withdrawal,
                id,
                id,
                id);
    }

    private Withdrawal withdrawal(ResultSet row) throws SQLException {
        String id = row.getString("id");
        long lifted = row.getLong("lifted_at");
        Instant liftedAt = row.wasNull() ? null : Instant.ofEpochMilli(lifted);
        Set<String> ids = new TreeSet<>(Set.of(id));
        ids.addAll(texts("select id from barred where article_id = ?", id));
        ids.addAll(texts("select page_id from article where id = ?", id));
        Set<Origin> pages = new TreeSet<>();
        texts("select distinct page from decision where article_id = ?", id).forEach(at -> pages.add(Origin.parse(at)));
        return new Withdrawal(
                id,
                row.getInt("revision"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("reason"),
                liftedAt,
                ids,
                new TreeSet<>(pages));
    }

    /** How many rows still hold something of the article: revisions, search, and its own row if it is not emptied. */
    long rest(String id) throws SQLException {
        Long own = Sql.first(
                connection, "select count(*) from article where id = ? and not withdrawn", row -> row.getLong(1), id);
        Long revisions =
                Sql.first(connection, "select count(*) from revision where article_id = ?", row -> row.getLong(1), id);
        return (own == null ? 0 : own)
                + (revisions == null ? 0 : revisions)
                + (database.isIndexed(connection, id) ? 1 : 0);
    }

    private List<String> texts(String sql, String id) throws SQLException {
        return Sql.list(connection, sql, row -> row.getString(1), id);
    }

    private void update(String sql, Object... values) throws SQLException {
        Sql.batch(connection, sql, List.<@Nullable Object[]>of(values));
    }
}
