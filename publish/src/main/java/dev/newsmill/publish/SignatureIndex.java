package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Similarity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds articles by their near-duplicate signatures, over one connection. Reads only those that may be alike. */
final class SignatureIndex {
    /** Bounds the work where thousands of pages hold the same text. */
    private static final int MOST_CANDIDATES = 10_000;

    private final Database database;
    private final Connection connection;

    SignatureIndex(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Keeps the signatures of current revisions. */
    void add(Collection<EnrichedArticle> articles) throws SQLException {
        Map<String, String> signatures = new TreeMap<>();
        for (EnrichedArticle article : articles) signatures.put(article.id(), signature(article));
        if (!signatures.isEmpty()) database.indexSignatures(connection, signatures);
    }

    private static String signature(EnrichedArticle article) {
        String signature = article.signature();
        return signature != null && Similarity.isSignature(signature) ? signature : "";
    }

    /** The articles that share at least {@code least} with the signature, the most alike first. */
    List<SimilarArticle> like(String signature, double least, int limit) throws SQLException {
        Database.Match match = database.matchBands(Bands.of(signature));
        String sql = ArchiveReader.ROW.replace(" from ", ", s.signature from ") + match.join() + " where "
                + String.join(" and ", match.where()) + " order by a.news_at desc limit " + MOST_CANDIDATES;
        List<SimilarArticle> found = new ArrayList<>(Sql.list(
                connection, sql, row -> similar(row, signature), match.values().toArray()));
        found.removeIf(similar -> similar.share() < least);
        found.sort(Comparator.comparingDouble(SimilarArticle::share).reversed());
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private static SimilarArticle similar(ResultSet row, String signature) throws SQLException {
        return new SimilarArticle(Similarity.of(signature, row.getString("signature")), ArchiveReader.row(row));
    }

    /** Articles that were published before there was an index. */
    List<String> missing(int most) throws SQLException {
        String sql = "select a.id from article a left" + database.signatureJoin()
                + " where s.signature is null and not a.withdrawn order by a.id limit " + most;
        return Sql.list(connection, sql, row -> row.getString(1));
    }

    /** Adds some of the {@link #missing}; false where there are none. */
    boolean addMissing(int most) throws SQLException {
        ArchiveReader reader = new ArchiveReader(database, connection);
        List<EnrichedArticle> articles = new ArrayList<>();
        for (String id : missing(most)) reader.current(id).forEach(stored -> articles.add(stored.article()));
        add(articles);
        return !articles.isEmpty();
    }
}
