package dev.newsmill.publish;

import static dev.newsmill.publish.News.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.RetryableException;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresArchiveTest extends ArchiveContract {
    private String location = "";

    @BeforeAll
    static void needsDocker() {
        TestPostgres.assumeDocker();
    }

    @Override
    String emptyLocation() {
        location = TestPostgres.emptySchema();
        return location;
    }

    @Override
    String location() {
        return location;
    }

    @Override
    void refuse(String page) {
        execute("alter table revision add check (page <> '" + page + "')");
    }

    @Test
    void goesOnAfterTheServerClosedItsConnections() throws Exception {
        publish(live(1, harbour("One.")));
        try (Connection admin = DriverManager.getConnection(location)) {
            Sql.run(admin, "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
        }
        publishAtLast(live(2, harbour("Two.")));
        assertThat(current().revision().number()).isEqualTo(2);
    }

    private void publishAtLast(Input<EnrichedArticle> input) {
        for (int attempt = 1; ; attempt++) {
            try {
                publish(input);
                return;
            } catch (RetryableException e) {
                assertThat(attempt).isLessThan(10);
            }
        }
    }
}
