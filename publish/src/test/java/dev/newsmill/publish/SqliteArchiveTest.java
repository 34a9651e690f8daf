package dev.newsmill.publish;

import static dev.newsmill.publish.News.article;
import static dev.newsmill.publish.News.live;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteArchiveTest extends ArchiveContract {
    @TempDir
    Path directory;

    @Override
    String emptyLocation() {
        return location();
    }

    @Override
    String location() {
        return directory.resolve("newsmill.db").toString();
    }

    @Override
    void refuse(String page) {
        execute("create trigger refuse before insert on revision when new.page = '" + page
                + "' begin select raise(abort, 'refused'); end");
    }

    @Test
    void nothingOfAWithdrawnArticleIsLeftInTheFiles() throws Exception {
        for (int n = 0; n < 20; n++) publish(live(100 + n, article(URL + n, "Other " + n, "Text of others.")));
        publish(live(1, article(URL, "Zyxwvut headline", "Qponmlk in the text.")));
        assertThat(files()).contains("Zyxwvut").contains("qponmlk");
        withdraw();
        assertThat(files()).doesNotContainIgnoringCase("zyxwvut").doesNotContainIgnoringCase("qponmlk");
        assertThat(archive.search(ArchiveQuery.of("others"))).hasSize(20);
    }

    private String files() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("newsmill.db", "newsmill.db-wal")) {
            Path file = directory.resolve(name);
            if (Files.exists(file)) text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }
}
