package dev.newsmill.publish;

import dev.newsmill.message.PageId;
import dev.newsmill.message.Similarity;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of all articles, in a SQLite file or a PostgreSQL database. Thread-safe. Every method throws
 * {@link ArchiveException} if the archive cannot be read.
 */
public final class Archive implements AutoCloseable {
    private static final int BATCH = 500;

    private final Database database;

    private Archive(Database database) {
        this.database = database;
    }

    /** Opens an archive that is there; {@code location} as in {@link #openOrCreate}. */
    public static Archive open(String location) {
        if (!isServer(location) && !Files.exists(path(location))) {
            throw new ArchiveException(
                    "There is no archive at " + location + ". Publish something first, or name another archive.", null);
        }
        return openOrCreate(location);
    }

    /**
     * Opens an archive, and makes its tables where there are none.
     *
     * @param location path of a SQLite file in a directory that exists, or {@code jdbc:postgresql://host/database}
     */
    public static Archive openOrCreate(String location) {
        if (isServer(location)) return new Archive(PostgresDatabase.open(location));
        return new Archive(SqliteDatabase.open(path(location)));
    }

    private static boolean isServer(String location) {
        return location.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:");
    }

    private static Path path(String location) {
        String file = location.startsWith("jdbc:sqlite:") ? location.substring("jdbc:sqlite:".length()) : location;
        if (file.isBlank() || file.matches("(?i)[a-z]{2,}:.*")) throw unknown(location);
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw unknown(location);
        }
    }

    private static ArchiveException unknown(String location) {
        return new ArchiveException(
                "'" + location + "' is no place for an archive. Name a file, such as " + PublishStage.DEFAULT_ARCHIVE
                        + ", or a URL: jdbc:postgresql://host/database?user=…",
                null);
    }

    /** Articles by their id, the first four or more characters of it, or the URL of their page; at most ten. */
    public List<ArticleRow> find(String idOrUrl) {
        return read(reader -> reader.find(idOrUrl.strip()));
    }

    /** Articles by their words, best first, or newest first where no words are asked for. */
    public List<ArticleRow> search(ArchiveQuery query) {
        return read(reader -> reader.search(query));
    }

    /**
     * The articles that are like a text, the most alike first. Articles that were published before the archive had an
     * index of signatures are taken into it now.
     *
     * @param signature of the text, see {@link dev.newsmill.message.Similarity}
     * @param least the least share of common word triples, from 0 to 1; below 0.3 some are missed
     * @param limit most articles
     * @throws IllegalArgumentException if it is no signature
     */
    public List<SimilarArticle> similar(String signature, double least, int limit) {
        Similarity.bytes(signature);
        try {
            while (!database.read(c -> new SignatureIndex(database, c).missing(1))
                    .isEmpty()) {
                database.write(c -> new SignatureIndex(database, c).addMissing(BATCH));
            }
            return database.read(c -> new SignatureIndex(database, c).like(signature, least, limit));
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    /** The current revision; null where the archive does not have the article. */
    public @Nullable StoredArticle show(String id) {
        return first(read(reader -> reader.current(id)));
    }

    /** Null where the archive does not have it. */
    public @Nullable StoredArticle show(String id, int revision) {
        return first(read(reader -> reader.revision(id, revision)));
    }

    /** All revisions of an article, oldest first; empty where the archive does not have it. */
    public List<Revision> revisions(String id) {
        return read(reader -> reader.revisions(id));
    }

    /** What results would mean for the archive as it is now. Reads only: no publisher waits for it. */
    public List<Comparison> compare(List<Result> results) {
        return read(reader -> reader.compare(results));
    }

    public ArchiveCounts counts() {
        return read(ArchiveReader::counts);
    }

    /** How far the publishers are: topic to partition to the next offset. */
    public SortedMap<String, SortedMap<Integer, Long>> nextOffsets() {
        return read(ArchiveReader::nextOffsets);
    }

    /**
     * Takes an article down: its revisions, its words and what its row says are gone, and no result brings it back.
     *
     * @return the withdrawal that stands, which is an older one if it was taken down before; null where the archive does
     *     not know the article
     */
    public @Nullable Withdrawal withdraw(String id, String reason, Instant now) {
        boolean taken = write(withdrawals -> withdrawals.withdraw(id, reason, now.toEpochMilli()));
        if (taken) scrub();
        return withdrawal(id);
    }

    /** Lets a withdrawn article come back, with its next result; false if it was not withdrawn. */
    public boolean lift(String id, Instant now) {
        return write(withdrawals -> withdrawals.lift(id, now.toEpochMilli()));
    }

    /**
     * The newest withdrawal of an article; null where there is none.
     *
     * @param idOrUrl whole id of the article, or URL of a page that it came from
     */
    public @Nullable Withdrawal withdrawal(String idOrUrl) {
        Withdrawal byId = withdrawalOf(idOrUrl.strip());
        return byId == null ? withdrawalOf(PageId.of(idOrUrl)) : byId;
    }

    private @Nullable Withdrawal withdrawalOf(String id) {
        List<Withdrawal> found = readFrom(connection -> {
            Withdrawal newest = new Withdrawals(database, connection).newest(id);
            return newest == null ? List.of() : List.of(newest);
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** How many rows still hold something of an article; 0 once it is withdrawn. */
    public long rest(String id) {
        return readFrom(connection -> new Withdrawals(database, connection).rest(id));
    }

    private void scrub() {
        try {
            database.scrub();
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    private boolean write(Writing writing) {
        try {
            return database.write(connection -> writing.with(new Withdrawals(database, connection)));
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    private <T> T readFrom(Database.Work<T> work) {
        try {
            return database.read(work);
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    private static @Nullable StoredArticle first(List<StoredArticle> found) {
        return found.isEmpty() ? null : found.get(0);
    }

    private <T> T read(Reading<T> reading) {
        return readFrom(connection -> reading.from(new ArchiveReader(database, connection)));
    }

    Database database() {
        return database;
    }

    /** Where it is, without passwords. */
    @Override
    public String toString() {
        return database.location();
    }

    @Override
    public void close() {
        database.close();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ArchiveReader reader) throws SQLException;
    }

    @FunctionalInterface
    private interface Writing {
        boolean with(Withdrawals withdrawals) throws SQLException;
    }
}
