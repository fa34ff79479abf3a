package io.causerie.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection from an address of this machine, for requests that no decent client sends. */
public final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private boolean open = true;

  public RawClient(String from, int port) throws IOException {
    socket.bind(new InetSocketAddress(from, 0));
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Whether another request may be sent. */
  public boolean isOpen() {
    return open;
  }

  /** Sends something and waits for nothing. */
  public void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The status line of the answer, which is read whole; empty when the connection was closed. */
  public String ask(String request) throws IOException {
    try {
      send(request);
    } catch (IOException closed) {
      // What the service says before it closes can be read all the same.
      open = false;
    }
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      } else if (lower.equals("connection: close")) {
        open = false;
      }
    }
    in.skipNBytes(length);
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        open = false;
        return "";
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
