package dev.newsmill.publish;

import dev.newsmill.message.Publication;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the archive lives: connections, and what one kind of database does in its own way. Thread-safe. */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {

    /** Something done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does {@code work} on a connection that changes nothing. */
    <T> T read(Work<T> work) throws SQLException;

    /**
     * Does {@code work} in one transaction, which is durable when this returns. It may be done twice: again from the
     * start, if another process got in its way.
     */
    <T> T write(Work<T> work) throws SQLException;

    /** The condition that a column's value is one of {@link #values}. */
    String isOneOf(String column);

    /** The parameter of {@link #isOneOf}. */
    Object values(Connection connection, Collection<String> values) throws SQLException;

    /** Keeps other writers from these articles until the transaction ends. */
    void lock(Connection connection, Collection<String> ids) throws SQLException;

    /** Makes the articles findable by the words of these publications, which are their current revisions. */
    void index(Connection connection, Collection<Publication> publications) throws SQLException;

    /** Keeps near-duplicate signatures, by article; an empty one for a text that has none. */
    void indexSignatures(Connection connection, Map<String, String> signatures) throws SQLException;

    /** Joins {@code signature s} to {@code article a}. */
    String signatureJoin();

    /** That an article's signature shares one of these bands, as a part of a query. */
    Match matchBands(List<Integer> bands);

    /** Makes an article unfindable by its words. */
    void unindex(Connection connection, String id) throws SQLException;

    /** True if the article can be found by words. */
    boolean isIndexed(Connection connection, String id) throws SQLException;

    /** Removes what deleted rows have left in the files, as far as the database can be told to. */
    void scrub() throws SQLException;

    /** The words that a query asks for and rules out, as a part of its SQL. */
    Match match(SearchText text);

    /** True if the database refused what it was told to write; false if it is in trouble itself. */
    boolean refuses(SQLException error);

    /** The error for people: its cause, then what would help. */
    ArchiveException explain(SQLException error);

    /** Without passwords. */
    String location();

    @Override
    void close();

    /**
     * A part of a query.
     *
     * @param join tables beside {@code article a}
     * @param where conditions
     * @param values the parameters of {@code where}, in order
     * @param order first key of the order, best first; null where words say nothing about it
     */
    record Match(
            String join,
            List<String> where,
            List<String> values,
            @Nullable String order) {}
}
