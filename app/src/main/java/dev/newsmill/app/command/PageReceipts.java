package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Ledger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the receipts of one page in the ledger. */
final class PageReceipts {
    private static final String ID = "[0-9a-f]{4,32}";

    private final Ledger ledger;

    PageReceipts(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The receipts of a page, as they stand in the ledger.
     *
     * @param wanted URL, file, or (the beginning of) the id of the page or its article
     * @throws CommandException with exit code 2 if an id's beginning fits several pages
     */
    List<Receipt> find(String wanted) {
        List<Receipt> found = ofPage(url(wanted));
        if (found.isEmpty() && !url(wanted).equals(wanted)) found = ofPage(wanted);
        return found.isEmpty() && wanted.matches(ID) ? byId(wanted) : found;
    }

    /** The URL that a file of this machine has in the mill; other texts stay as they are. */
    static String url(String wanted) {
        try {
            Path path = Path.of(wanted);
            return Files.isRegularFile(path)
                    ? path.toAbsolutePath().normalize().toUri().toString()
                    : wanted;
        } catch (InvalidPathException e) {
            return wanted;
        }
    }

    private List<Receipt> ofPage(String url) {
        String page = PageId.of(url);
        List<Receipt> found = new ArrayList<>();
        ledger.read(ledger.ofPage(ledger.all(), url), receipt -> {
            if (receipt.page().equals(page)) found.add(receipt);
        });
        return found;
    }

    /** Reads the whole ledger. */
    private List<Receipt> byId(String prefix) {
        Set<String> pages = new LinkedHashSet<>();
        List<Receipt> found = new ArrayList<>();
        ledger.read(ledger.all(), receipt -> {
            if (receipt.id().startsWith(prefix) || receipt.page().startsWith(prefix)) {
                pages.add(receipt.page());
                found.add(receipt);
            }
        });
        if (pages.size() > 1) {
            throw CommandException.usage(
                    "'" + prefix + "' is the beginning of " + pages.size() + " ids", "Give more of it, or the URL.");
        }
        if (found.isEmpty() || found.get(0).url() == null) return found;
        List<Receipt> whole = ofPage(String.valueOf(found.get(0).url()));
        return whole.isEmpty() ? found : whole;
    }
}
