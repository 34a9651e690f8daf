package dev.newsmill.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

class GuardedSocketsTest {
    private final SocketFactory sockets = new GuardedSockets(AddressGuard.publicOnly());

    @Test
    void asksTheGuardWhicheverWayASocketIsMade() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
            int port = server.getLocalPort();
            assertThatThrownBy(() -> sockets.createSocket("localhost", port)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> sockets.createSocket(loopback, port)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> sockets.createSocket("localhost", port, loopback, 0))
                    .isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> sockets.createSocket(loopback, port, loopback, 0))
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void asksTheGuardWhereNoTimeoutIsGiven() throws IOException {
        try (Socket socket = sockets.createSocket()) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
            assertThatThrownBy(() -> socket.connect(address)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void refusesANameThatIsNotLookedUp() throws IOException {
        try (Socket socket = sockets.createSocket()) {
            InetSocketAddress name = InetSocketAddress.createUnresolved("news.example", 80);
            assertThatThrownBy(() -> socket.connect(name)).hasMessageStartingWith("not an address: news.example");
        }
    }
}
