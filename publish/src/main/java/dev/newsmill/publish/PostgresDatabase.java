package dev.newsmill.publish;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.newsmill.message.Publication;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An archive in a PostgreSQL database. */
final class PostgresDatabase implements Database {
    private static final int CONNECTIONS = 4;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ATTEMPTS = 5;

    private final String location;
    private final HikariDataSource pool;

    private PostgresDatabase(String location, HikariDataSource pool) {
        this.location = location;
        this.pool = pool;
    }

    /** Connects, and makes or updates the tables. */
    static PostgresDatabase open(String url) {
        String location = withoutPassword(url);
        try {
            PostgresDatabase database = new PostgresDatabase(location, new HikariDataSource(settings(url)));
            return database.withTables();
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause();
            throw explain(location, cause instanceof SQLException sql ? sql : new SQLException(e.getMessage(), e));
        }
    }

    private static HikariConfig settings(String url) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("archive");
        settings.setJdbcUrl(url);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(0);
        settings.setConnectionTimeout(CONNECT_MILLIS);
        settings.addDataSourceProperty("reWriteBatchedInserts", "true");
        settings.addDataSourceProperty("ApplicationName", "newsmill");
        return settings;
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("(?i)([?&](?:password|sslpassword)=)[^&]*", "$1…").replaceAll("://[^/@]*@", "://");
    }

    private PostgresDatabase withTables() {
        try {
            if (schema().isEmpty()) throw noSchema();
            new Schema(this, pool, "postgresql").update();
            return this;
        } catch (SQLException e) {
            close();
            throw explain(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private String schema() throws SQLException {
        return read(connection -> Objects.requireNonNullElse(connection.getSchema(), ""));
    }

    private ArchiveException noSchema() {
        return new ArchiveException(
                "There is no such schema: " + location + ". Create it, in SQL: create schema NAME", null);
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        }
    }

    @Override
    public <T> T write(Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction(work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isConflict(e)) throw e;
            }
        }
    }

    /** What is not committed goes back when the pool gets the connection. */
    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            T result = work.with(connection);
            connection.commit();
            return result;
        }
    }

    /** Two writers met: a deadlock, a failed serialisation, or both of them inserted the same row. */
    private static boolean isConflict(SQLException error) {
        String state = state(error);
        return state.startsWith("40") || state.equals("23505");
    }

    @Override
    public String isOneOf(String column) {
        return column + " = any (?)";
    }

    @Override
    public Object values(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** In one order for all, against deadlocks. Nobody can lock what is not there yet: see {@link #isConflict}. */
    @Override
    public void lock(Connection connection, Collection<String> ids) throws SQLException {
        String sql = "select id from article where id = any (?) order by id for update";
        Sql.list(connection, sql, row -> row.getString(1), values(connection, ids));
    }

    @Override
    public void index(Connection connection, Collection<Publication> publications) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(publications.size());
        for (Publication publication : publications) {
            rows.add(new Object[] {
                publication.id(),
                TextSearchVector.of(IndexedText.of(publication.article().article()))
            });
        }
        Sql.batch(
                connection,
                "insert into search (article_id, words) values (?, ?::tsvector)"
                        + " on conflict (article_id) do update set words = excluded.words",
                rows);
    }

    @Override
    public void indexSignatures(Connection connection, Map<String, String> signatures) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(signatures.size());
        signatures.forEach((id, signature) -> rows.add(new Object[] {id, signature, array(Bands.of(signature))}));
        Sql.batch(
                connection,
                "insert into signature (article_id, signature, bands) values (?, ?, ?::integer[]) on conflict (article_id)"
                        + " do update set signature = excluded.signature, bands = excluded.bands",
                rows);
    }

    private static String array(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String signatureJoin() {
        return " join signature s on s.article_id = a.id";
    }

    @Override
    public Match matchBands(List<Integer> bands) {
        return new Match(signatureJoin(), List.of("s.bands && ?::integer[]"), List.of(array(bands)), null);
    }

    @Override
    public void unindex(Connection connection, String id) throws SQLException {
        for (String table : List.of("search", "signature")) {
            Sql.batch(
                    connection,
                    "delete from " + table + " where article_id = ?",
                    List.<@Nullable Object[]>of(new Object[] {id}));
        }
    }

    @Override
    public boolean isIndexed(Connection connection, String id) throws SQLException {
        return Sql.first(connection, "select 1 from search where article_id = ?", row -> true, id) != null;
    }

    /** The space of deleted rows is free for others; the server's own log keeps them until it is recycled. */
    @Override
    public void scrub() throws SQLException {
        read(connection -> {
            Sql.run(connection, "vacuum article, revision, search, signature");
            return true;
        });
    }

    @Override
    public Match match(SearchText text) {
        List<String> where = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (!text.wanted().isEmpty()) {
            where.add("s.words @@ w.wanted");
            values.add(phrases(text.wanted(), " & "));
        }
        if (!text.unwanted().isEmpty()) {
            where.add("not exists (select 1 from search u where u.article_id = a.id and u.words @@ ?::tsquery)");
            values.add(phrases(text.unwanted(), " | "));
        }
        return text.wanted().isEmpty()
                ? new Match("", where, values, null)
                : new Match(
                        " join search s on s.article_id = a.id cross join (select ?::tsquery as wanted) w",
                        where,
                        values,
                        "ts_rank(s.words, w.wanted) desc");
    }

    /** Words are letters and digits only, so that no quotation mark needs to be escaped. */
    private static String phrases(List<List<String>> phrases, String operator) {
        return phrases.stream()
                .map(words -> words.stream().map(w -> "'" + w + "'").collect(Collectors.joining(" <-> ", "(", ")")))
                .collect(Collectors.joining(operator));
    }

    @Override
    public boolean refuses(SQLException error) {
        String state = state(error);
        return !isConflict(error) && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    @Override
    public ArchiveException explain(SQLException error) {
        return explain(location, error);
    }

    private static ArchiveException explain(String location, SQLException error) {
        String state = state(error);
        if (state.startsWith("28")) {
            return new ArchiveException(
                    "PostgreSQL refused the login for " + location + ": " + error.getMessage()
                            + ". Check user and password, in the URL or in ~/.pgpass.",
                    error);
        }
        if (state.equals("3D000")) {
            return new ArchiveException(
                    "There is no such database: " + location + ". Create it, with: createdb NAME", error);
        }
        if (state.equals("42501")) {
            return new ArchiveException(
                    "The user may not do this in " + location + ": " + error.getMessage()
                            + ". Let it create and use tables in its schema.",
                    error);
        }
        if (state.startsWith("08")) {
            return new ArchiveException(
                    "PostgreSQL cannot be reached at " + location + ": " + error.getMessage()
                            + " Check host and port, and that the server runs.",
                    error);
        }
        return new ArchiveException("The archive " + location + " failed: " + error.getMessage(), error);
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public void close() {
        pool.close();
    }
}
