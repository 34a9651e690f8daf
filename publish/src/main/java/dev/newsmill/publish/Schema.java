package dev.newsmill.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The tables of an archive: made and updated by Flyway, from the migrations of one kind of database. */
final class Schema {
    /** Of the newest migration. Flyway takes 300 ms and more even to find nothing to do; to compare this takes one. */
    static final int VERSION = 3;

    private static final String HISTORY = "newsmill_schema_history";

    private static final String[] TABLE = {"TABLE"};

    private final Database database;
    private final DataSource source;
    private final String kind;

    Schema(Database database, DataSource source, String kind) {
        this.database = database;
        this.source = source;
        this.kind = kind;
    }

    /** Brings the tables to {@link #VERSION}. */
    void update() throws SQLException {
        int version = version();
        if (version > VERSION) throw newer(version);
        if (version < VERSION) migrate();
    }

    /** 0 where there are no tables. */
    private int version() throws SQLException {
        return database.read(connection -> {
            List<String> tables = tables(connection);
            if (tables.contains(HISTORY)) return newest(connection);
            if (tables.isEmpty()) return 0;
            throw occupied(tables.get(0));
        });
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", TABLE)) {
            while (tables.next()) names.add(tables.getString("TABLE_NAME"));
        }
        return names;
    }

    private static int newest(Connection connection) throws SQLException {
        String sql = "select max(cast(version as integer)) from " + HISTORY + " where success";
        Integer newest = Sql.first(connection, sql, columns -> columns.getInt(1));
        return newest == null ? 0 : newest;
    }

    private void migrate() {
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            throw failed(e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure(getClass().getClassLoader())
                .dataSource(source)
                .table(HISTORY)
                .locations("classpath:dev/newsmill/publish/" + kind)
                .loggers("slf4j")
                .load();
    }

    private ArchiveException occupied(String table) {
        return new ArchiveException(
                "The archive " + database.location() + " holds other tables, such as " + table
                        + ", and is left as it is. Name another archive, or an empty schema: ?currentSchema=NAME",
                null);
    }

    private ArchiveException newer(int version) {
        return new ArchiveException(
                "The archive " + database.location() + " was written by a newer version of Newsmill (its tables are of"
                        + " version " + version + ", this one knows " + VERSION + "). Use that version, or name another"
                        + " archive.",
                null);
    }

    private ArchiveException failed(FlywayException error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return database.explain(sql);
        }
        return new ArchiveException(
                "The tables of the archive " + database.location() + " cannot be made: " + error.getMessage(), error);
    }
}
