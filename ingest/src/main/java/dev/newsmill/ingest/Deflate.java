package dev.newsmill.ingest;

import java.io.IOException;
import java.util.zip.Inflater;
import okhttp3.CompressionInterceptor.DecompressionAlgorithm;
import okio.Buffer;
import okio.BufferedSource;
import okio.InflaterSource;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** The content coding {@code deflate}: a zlib stream, or the bare deflate stream that some servers send as one. */
final class Deflate implements DecompressionAlgorithm {

    @Override
    public String getEncoding() {
        return "deflate";
    }

    @Override
    public Source decompress(BufferedSource in) {
        return new Inflating(in);
    }

    /** Looks at the first bytes when it is first read. */
    private static final class Inflating implements Source {
        private final BufferedSource in;
        private @Nullable Source inflated;

        Inflating(BufferedSource in) {
            this.in = in;
        }

        @Override
        public long read(Buffer sink, long bytes) throws IOException {
            if (inflated == null) inflated = new InflaterSource(in, new Inflater(!startsLikeZlib()));
            return inflated.read(sink, bytes);
        }

        @Override
        public Timeout timeout() {
            return in.timeout();
        }

        @Override
        public void close() throws IOException {
            if (inflated == null) in.close();
            else inflated.close();
        }

        /** A zlib header: method 8, and a multiple of 31 as a 16-bit number. */
        private boolean startsLikeZlib() throws IOException {
            if (!in.request(2)) return true;
            int header =
                    (in.getBuffer().getByte(0) & 0xff) << 8 | in.getBuffer().getByte(1) & 0xff;
            return (header & 0x0f00) == 0x0800 && header % 31 == 0;
        }
    }
}
