package dev.weir.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.io.PositionOutputStream;

/// A Parquet file on its way to being one S3 object, on the disk of the function and not in its heap. Only its
/// owner may open it, and where the system can do that it loses its name as soon as it is open: nobody finds it,
/// and it is gone with the process, however that ends.
final class ScratchFile implements NewFile, ObjectBody, AutoCloseable {

    /// What the names of such files begin with where they keep them.
    static final String PREFIX = "weir-scratch-";

    /// Half of what a function has on its disk. Objects of the lake are an eighth of that.
    private static final long LIMIT = 256L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final long limit;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long written;

    /// @throws LakeUnavailable if there is no room for it
    ScratchFile() {
        this(newFile(), LIMIT);
    }

    /// @param limit bytes that it may have
    ScratchFile(FileChannel file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    private static FileChannel newFile() {
        try {
            Path path = Files.createTempFile(PREFIX, ".tmp");
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException full) {
            throw new LakeUnavailable("cannot open a temporary file", full);
        }
    }

    @Override
    public long size() {
        return written + buffer.position();
    }

    @Override
    public InputStream open() {
        flush();
        return new Reading();
    }

    /// Some bytes of it.
    byte[] bytes(long from, int length) {
        flush();
        ByteBuffer target = ByteBuffer.allocate(length);
        try {
            while (target.hasRemaining() && file.read(target, from + target.position()) >= 0) {
                // a read may bring less than is left
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read a temporary file", broken);
        }
        if (target.hasRemaining()) {
            throw new IllegalArgumentException(
                    "a temporary file of " + size() + " bytes ends before " + length + " bytes from " + from);
        }
        return target.array();
    }

    private void write(byte[] source, int offset, int length) {
        if (size() + length > limit) {
            throw new LakeUnavailable("a temporary file would be larger than " + limit + " bytes");
        }
        if (length > buffer.remaining()) {
            flush();
        }
        if (length > buffer.remaining()) {
            drain(ByteBuffer.wrap(source, offset, length));
        } else {
            buffer.put(source, offset, length);
        }
    }

    private void flush() {
        buffer.flip();
        drain(buffer);
        buffer.clear();
    }

    private void drain(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
        } catch (IOException full) {
            throw new LakeUnavailable(
                    "cannot write a temporary file after " + written + " bytes: " + full.getMessage(), full);
        }
    }

    /// Deletes it.
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot delete a temporary file", broken);
        }
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Writing();
    }

    @Override
    public String toString() {
        return "ScratchFile[" + size() + " bytes]";
    }

    private final class Writing extends PositionOutputStream {

        @Override
        public long getPos() {
            return size();
        }

        @Override
        public void write(int value) {
            ScratchFile.this.write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            ScratchFile.this.write(source, offset, length);
        }
    }

    private final class Reading extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
