package dev.newsmill.publish;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.Json;
import dev.newsmill.message.Publication;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** An archive in a SQLite file: one connection that writes, and one for each read. */
final class SqliteDatabase implements Database {
    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIB = 32 << 10;

    private final Path file;
    private final SQLiteDataSource source;
    private @Nullable Connection writer;

    private SqliteDatabase(Path file) {
        this.file = file;
        this.source = new SQLiteDataSource(settings());
        source.setUrl("jdbc:sqlite:" + file);
    }

    /** Opens the file, and makes or updates its tables. Any number of processes may do so at the same time. */
    static SqliteDatabase open(Path file) {
        SqliteDatabase database = new SqliteDatabase(file);
        database.checkDirectory();
        database.update();
        return database;
    }

    /** One at a time: neither Flyway nor the change to a write-ahead log waits for another process. */
    private void update() {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (SqliteDatabase.class) {
            try (FileChannel channel = FileChannel.open(lockFile, CREATE, WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) new Schema(this, source, "sqlite").update();
            } catch (SQLException e) {
                throw explain(e);
            } catch (IOException e) {
                throw notWritable(e);
            }
        }
    }

    /** A commit is on the disk when it returns, and readers do not wait for the writer. */
    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.enforceForeignKeys(true);
        settings.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // what is deleted is overwritten
        settings.setBusyTimeout(BUSY_MILLIS);
        settings.setCacheSize(-CACHE_KIB);
        return settings;
    }

    private void checkDirectory() {
        Path directory = directory();
        if (!Files.isDirectory(directory)) {
            throw new ArchiveException(
                    "The directory of the archive, " + directory + ", does not exist. Create it: mkdir -p " + directory,
                    null);
        }
        if (Files.isDirectory(file)) {
            throw new ArchiveException(
                    "The archive " + file + " is a directory. Name a file, such as " + file.resolve("newsmill.db"),
                    null);
        }
        if (!Files.isWritable(directory) || (Files.exists(file) && !Files.isWritable(file))) {
            throw notWritable(null);
        }
    }

    private Path directory() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        }
    }

    /** Takes the write lock at once: a transaction that asks for it later may be refused. */
    @Override
    public synchronized <T> T write(Work<T> work) throws SQLException {
        try {
            Connection connection = writer();
            Sql.run(connection, "begin immediate");
            T result = work.with(connection);
            Sql.run(connection, "commit");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            abandon(e);
            throw e;
        }
    }

    private Connection writer() throws SQLException {
        if (writer == null) writer = source.getConnection();
        return writer;
    }

    /** Closing rolls back, and what is wrong with a connection goes with it; the next call opens another one. */
    private void abandon(Throwable cause) {
        try {
            close();
        } catch (ArchiveException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public String isOneOf(String column) {
        return column + " in (select value from json_each(?))";
    }

    @Override
    public Object values(Connection connection, Collection<String> values) {
        try {
            return Json.shared().writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a list of strings that is no JSON", e);
        }
    }

    /** The transaction has locked the whole file. */
    @Override
    public void lock(Connection connection, Collection<String> ids) {}

    @Override
    public void index(Connection connection, Collection<Publication> publications) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(publications.size());
        for (Publication publication : publications) {
            IndexedText text = IndexedText.of(publication.article().article());
            rows.add(new Object[] {
                String.join(" ", text.headline()),
                String.join(" ", text.authors()),
                String.join(" ", text.text()),
                publication.id()
            });
        }
        Sql.batch(
                connection,
                "insert or replace into search (rowid, headline, authors, text)"
                        + " select nr, ?, ?, ? from article where id = ?",
                rows);
    }

    @Override
    public void indexSignatures(Connection connection, Map<String, String> signatures) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(signatures.size());
        List<@Nullable Object[]> bands = new ArrayList<>();
        signatures.forEach((id, signature) -> {
            rows.add(new Object[] {signature, id});
            for (int band : Bands.of(signature)) bands.add(new Object[] {band, id});
        });
        Sql.batch(
                connection,
                "insert or replace into signature (nr, signature) select nr, ? from article where id = ?",
                rows);
        Sql.batch(
                connection,
                "insert or ignore into signature_band (band, nr) select ?, nr from article where id = ?",
                bands);
    }

    @Override
    public String signatureJoin() {
        return " join signature s on s.nr = a.nr";
    }

    @Override
    public Match matchBands(List<Integer> bands) {
        String shares = "s.signature <> '' and a.nr in (select nr from signature_band where band in"
                + " (select value from json_each(?)))";
        return new Match(signatureJoin(), List.of(shares), List.of(bands.toString()), null);
    }

    @Override
    public void unindex(Connection connection, String id) throws SQLException {
        for (String key : List.of("search where rowid", "signature_band where nr", "signature where nr")) {
            Sql.batch(
                    connection,
                    "delete from " + key + " = (select nr from article where id = ?)",
                    List.<@Nullable Object[]>of(new Object[] {id}));
        }
    }

    @Override
    public boolean isIndexed(Connection connection, String id) throws SQLException {
        String sql = "select 1 from search where rowid = (select nr from article where id = ?)";
        return Sql.first(connection, sql, row -> true, id) != null;
    }

    /** Merges the index, which drops the words of deleted rows, and writes what the log holds over the old pages. */
    @Override
    public void scrub() throws SQLException {
        write(connection -> {
            Sql.run(connection, "insert into search (search) values ('optimize')");
            return true;
        });
        read(connection -> {
            Sql.run(connection, "pragma wal_checkpoint(truncate)");
            return true;
        });
    }

    @Override
    public Match match(SearchText text) {
        List<String> where = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (!text.wanted().isEmpty()) {
            where.add("search match ?");
            values.add(phrases(text.wanted(), " AND "));
        }
        if (!text.unwanted().isEmpty()) {
            where.add("a.nr not in (select rowid from search where search match ?)");
            values.add(phrases(text.unwanted(), " OR "));
        }
        return text.wanted().isEmpty()
                ? new Match("", where, values, null)
                : new Match(" join search on search.rowid = a.nr", where, values, "bm25(search, 5, 2, 1)");
    }

    private static String phrases(List<List<String>> phrases, String operator) {
        return phrases.stream()
                .map(words -> "\"" + String.join(" ", words) + "\"")
                .collect(Collectors.joining(operator));
    }

    @Override
    public boolean refuses(SQLException error) {
        SQLiteErrorCode code = code(error);
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT
                || code == SQLiteErrorCode.SQLITE_TOOBIG
                || code == SQLiteErrorCode.SQLITE_MISMATCH;
    }

    @Override
    public ArchiveException explain(SQLException error) {
        return switch (code(error)) {
            case SQLITE_NOTADB ->
                new ArchiveException(
                        "The archive " + file + " is not a SQLite database. Move it away, or name another archive.",
                        error);
            case SQLITE_CORRUPT ->
                new ArchiveException(
                        "The archive " + file + " is damaged. Restore it from a backup, or save what can be read:"
                                + " sqlite3 " + file + " .recover",
                        error);
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> notWritable(error);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new ArchiveException(
                        "Another process has been writing to the archive " + file + " for more than "
                                + BUSY_MILLIS / 1000 + " seconds. End it, or try again later.",
                        error);
            case SQLITE_FULL ->
                new ArchiveException("The disk of the archive " + file + " is full. Make room on it.", error);
            default -> new ArchiveException("The archive " + file + " failed: " + error.getMessage(), error);
        };
    }

    private ArchiveException notWritable(@Nullable Exception cause) {
        return new ArchiveException(
                "The archive " + file + " cannot be written. Let this user write to the file and into " + directory()
                        + ", or name another archive.",
                cause);
    }

    /** The primary code: the lower eight bits of an extended one. */
    private static SQLiteErrorCode code(SQLException error) {
        return SQLiteErrorCode.getErrorCode(error.getErrorCode() & 0xff);
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public synchronized void close() {
        try (Connection closing = writer) {
            writer = null;
        } catch (SQLException e) {
            throw explain(e);
        }
    }
}
