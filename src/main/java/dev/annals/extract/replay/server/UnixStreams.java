package dev.annals.extract.replay.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/** Both directions of a channel that does not block, as streams that do. */
final class UnixStreams implements Closeable {

  /** The JDK keeps a buffer of this size per thread; unlimited it would keep the largest value. */
  private static final int CHUNK = 1 << 16;

  private final SocketChannel channel;
  private final Selector readable;
  private final Selector writable;
  private volatile int timeout;

  UnixStreams(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.readable = Selector.open();
    this.writable = Selector.open();
  }

  int timeout() {
    return timeout;
  }

  void timeout(int milliseconds) {
    timeout = milliseconds;
  }

  InputStream input() {
    return new Input();
  }

  OutputStream output() {
    return new Output();
  }

  /** Ends the channel and wakes who waits for it. */
  @Override
  public void close() throws IOException {
    try (readable;
        writable;
        channel) {
      readable.wakeup();
      writable.wakeup();
    }
  }

  private int read(ByteBuffer target) throws IOException {
    try {
      int count = channel.read(target);
      if (count == 0) {
        await(readable, SelectionKey.OP_READ, timeout);
        count = channel.read(target);
      }
      return count;
    } catch (ClosedChannelException | ClosedSelectorException e) {
      throw closed(e);
    }
  }

  private void write(ByteBuffer source) throws IOException {
    try {
      while (source.hasRemaining()) {
        if (channel.write(source) == 0) {
          await(writable, SelectionKey.OP_WRITE, 0);
        }
      }
    } catch (ClosedChannelException | ClosedSelectorException e) {
      throw closed(e);
    }
  }

  private static SocketException closed(Exception cause) {
    SocketException closed = new SocketException("Socket closed");
    closed.initCause(cause);
    return closed;
  }

  /** Waits until the channel is ready; {@code limit} in milliseconds, 0 for ever. */
  private void await(Selector selector, int operation, int limit) throws IOException {
    if (channel.keyFor(selector) == null) {
      channel.register(selector, operation);
    }
    long end = System.nanoTime() + limit * 1_000_000L;
    boolean interrupted = false;
    try {
      while (true) {
        long left = limit == 0 ? 0 : Math.max(1, (end - System.nanoTime() + 999_999) / 1_000_000);
        int ready = selector.select(left);
        selector.selectedKeys().clear();
        if (ready > 0) {
          return;
        }
        if (!channel.isOpen()) {
          throw new ClosedChannelException();
        }
        // An interrupted thread keeps its connection, as it would with an ordinary socket.
        interrupted |= Thread.interrupted();
        if (limit > 0 && System.nanoTime() >= end) {
          throw new SocketTimeoutException("Read timed out");
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Input extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      if (length == 0) {
        return 0;
      }
      int count = 0;
      while (count == 0) {
        count = UnixStreams.this.read(ByteBuffer.wrap(bytes, offset, Math.min(length, CHUNK)));
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      UnixStreams.this.close();
    }
  }

  private final class Output extends OutputStream {

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      for (int from = offset; from < offset + length; from += CHUNK) {
        int size = Math.min(CHUNK, offset + length - from);
        UnixStreams.this.write(ByteBuffer.wrap(bytes, from, size));
      }
    }

    @Override
    public void close() throws IOException {
      UnixStreams.this.close();
    }
  }
}
