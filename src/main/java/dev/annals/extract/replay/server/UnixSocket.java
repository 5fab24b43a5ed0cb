package dev.annals.extract.replay.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A Unix socket in the shape of {@link Socket}, which Java has only for the network. Reading obeys
 * {@link #setSoTimeout}; {@link #close} from another thread ends a waiting read.
 */
final class UnixSocket extends Socket {

  private final Path path;
  private final SocketChannel channel;
  private final UnixStreams streams;
  private volatile boolean inputShut;
  private volatile boolean outputShut;

  UnixSocket(Path path) throws IOException {
    this.path = path;
    this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    this.streams = new UnixStreams(channel);
  }

  @Override
  public void connect(SocketAddress ignored) throws IOException {
    connect(ignored, 0);
  }

  /** Connects to the path; a local socket answers at once, so there is nothing to time out. */
  @Override
  public void connect(SocketAddress ignored, int timeout) throws IOException {
    channel.connect(UnixDomainSocketAddress.of(path));
    // Not blocking from here on: so an interrupted thread does not close the connection, as an
    // ordinary socket's would not either, and reads can time out.
    channel.configureBlocking(false);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    checkOpen();
    return streams.input();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    checkOpen();
    return streams.output();
  }

  private void checkOpen() throws SocketException {
    if (!channel.isOpen()) {
      throw new SocketException("Socket is closed");
    }
    if (!channel.isConnected()) {
      throw new SocketException("Socket is not connected");
    }
  }

  @Override
  public synchronized void setSoTimeout(int milliseconds) throws SocketException {
    if (!channel.isOpen()) {
      throw new SocketException("Socket is closed");
    }
    if (milliseconds < 0) {
      throw new IllegalArgumentException("timeout can't be negative");
    }
    streams.timeout(milliseconds);
  }

  @Override
  public synchronized int getSoTimeout() {
    return streams.timeout();
  }

  @Override
  public void shutdownInput() throws IOException {
    inputShut = true;
    channel.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    outputShut = true;
    channel.shutdownOutput();
  }

  @Override
  public boolean isInputShutdown() {
    return inputShut;
  }

  @Override
  public boolean isOutputShutdown() {
    return outputShut;
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public synchronized void close() throws IOException {
    streams.close();
  }

  @Override
  public SocketChannel getChannel() {
    return channel;
  }

  @Override
  public InetAddress getInetAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return UnixDomainSocketAddress.of(path);
  }

  @Override
  public void setTcpNoDelay(boolean on) {
    // Means nothing to a Unix socket, which never delays.
  }

  @Override
  public boolean getTcpNoDelay() {
    return true;
  }

  @Override
  public void setKeepAlive(boolean on) {
    // Means nothing to a Unix socket: both ends are on this machine.
  }

  @Override
  public void setReceiveBufferSize(int size) {
    // The system's own size is right for a local socket.
  }

  @Override
  public void setSendBufferSize(int size) {
    // The system's own size is right for a local socket.
  }

  @Override
  public String toString() {
    return "UnixSocket[" + path + "]";
  }
}
