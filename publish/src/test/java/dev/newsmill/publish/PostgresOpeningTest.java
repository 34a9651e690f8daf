package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresOpeningTest {
    @BeforeAll
    static void needsDocker() {
        TestPostgres.assumeDocker();
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        String url = TestPostgres.url().replaceAll("password=[^&]*", "password=Open-Sesame");
        assertThatThrownBy(() -> Archive.open(url))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("refused the login")
                .hasMessageContaining("~/.pgpass")
                .message()
                .doesNotContain("Sesame");
    }

    @Test
    void anUnknownDatabaseIsSaidWithTheCommandThatMakesIt() {
        String url = TestPostgres.url().replaceAll("/\\w+\\?", "/nowhere?");
        assertThatThrownBy(() -> Archive.open(url))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("createdb");
    }

    @Test
    void anUnknownSchemaIsSaidWithTheStatementThatMakesIt() {
        String url = TestPostgres.url() + "&currentSchema=nowhere";
        assertThatThrownBy(() -> Archive.open(url))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("create schema");
    }

    @Test
    void aServerThatDoesNotAnswerIsSaid() {
        assertThatThrownBy(() -> Archive.open("jdbc:postgresql://localhost:1/newsmill?user=mill&password=secret"))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("that the server runs");
    }

    @Test
    void anArchiveNamesItselfWithoutItsPassword() {
        String url = TestPostgres.emptySchema();
        try (Archive archive = Archive.openOrCreate(url)) {
            assertThat(archive.toString()).startsWith("jdbc:postgresql://").contains("password=…");
        }
    }
}
