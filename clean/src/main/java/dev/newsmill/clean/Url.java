package dev.newsmill.clean;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** What URLs have in common. */
final class Url {
    /** Second-level names that registries sell under, so that the site's own name is the label before them. */
    private static final Set<String> SHARED = Set.of(
            "co", "com", "org", "net", "gov", "gob", "edu", "ac", "or", "ne", "go", "gv", "nom", "gouv", "in", "info");

    private static final Pattern FRONT = Pattern.compile("/?(index\\.\\w+)?([?#].*)?");

    /** Schemes that no handler is known for: it would be looked for among all libraries, each time. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?i)(?:javascript|tel|sms|data|whatsapp|about|blob|skype):");

    private Url() {}

    /** The host in lower case; empty if {@code url} has none. */
    static String host(@Nullable String url) {
        if (url == null) return "";
        try {
            String host = new URI(url.strip().replace(" ", "%20").replace("|", "%7C")).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** The part of a host that somebody registered: {@code bbc.co.uk} of {@code www.bbc.co.uk}. */
    static String site(String host) {
        String[] labels = host.split("\\.");
        int n = labels.length;
        if (n <= 2) return host;
        boolean shared = labels[n - 1].length() == 2 && SHARED.contains(labels[n - 2]);
        int from = shared ? n - 3 : n - 2;
        return String.join(".", java.util.Arrays.copyOfRange(labels, from, n));
    }

    /** The address that {@code href} stands for on a page at {@code base}; empty if it is none. */
    static String absolute(String base, String href) {
        if (web(href) && plain(href)) return href;
        if (href.startsWith("/") && !href.startsWith("//") && web(base) && plain(href)) {
            int path = base.indexOf('/', base.indexOf("//") + 2);
            if (path > 0) return base.substring(0, path) + href;
        }
        return FOREIGN.matcher(href).lookingAt() ? href : StringUtil.resolve(base, href);
    }

    /** Nothing in it has to be folded: no dots as steps of a path, no blanks, no control characters. */
    private static boolean plain(String url) {
        if (url.contains("/.")) return false;
        for (int i = 0; i < url.length(); i++) if (url.charAt(i) <= ' ' || url.charAt(i) >= 0x7F) return false;
        return true;
    }

    static boolean web(String url) {
        return url.startsWith("http://") || url.startsWith("https://");
    }

    /** Whether {@code canonical} may stand for {@code url}: a page below the same site's front page. */
    static boolean plausibleCanonical(String canonical, String url) {
        String host = host(canonical);
        if (!web(canonical) || host.isEmpty() || frontPage(canonical)) return false;
        return url.startsWith("file:") || host(url).isEmpty() || site(host).equals(site(host(url)));
    }

    static boolean frontPage(String url) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        return path < 0 || FRONT.matcher(url.substring(path)).matches();
    }
}
