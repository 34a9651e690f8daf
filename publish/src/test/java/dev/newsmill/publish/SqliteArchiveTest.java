package dev.newsmill.publish;

import java.nio.file.Path;
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
}
