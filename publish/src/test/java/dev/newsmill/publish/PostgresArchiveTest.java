package dev.newsmill.publish;

import org.junit.jupiter.api.BeforeAll;

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
}
