package dev.weir.lake;

import java.io.ByteArrayOutputStream;
import org.apache.parquet.io.PositionOutputStream;

/// A Parquet file on its way to being one S3 object.
final class MemoryFile implements NewFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);

    long size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        bytes.reset();
        return new Stream();
    }

    private final class Stream extends PositionOutputStream {

        @Override
        public long getPos() {
            return bytes.size();
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.write(source, offset, length);
        }
    }
}
