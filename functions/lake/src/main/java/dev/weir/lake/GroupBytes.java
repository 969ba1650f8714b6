package dev.weir.lake;

import java.io.ByteArrayInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;

/// Bytes of a row group for one who asks for them by their place in the object.
final class GroupBytes extends DelegatingSeekableInputStream {

    private final long end;
    private final long from;
    private final ByteArrayInputStream rest;

    /// @param from where the bytes begin in the object
    GroupBytes(byte[] bytes, long from) {
        this(new ByteArrayInputStream(bytes), from, from + bytes.length);
    }

    private GroupBytes(ByteArrayInputStream rest, long from, long end) {
        super(rest);
        this.rest = rest;
        this.from = from;
        this.end = end;
    }

    @Override
    public long getPos() {
        return end - rest.available();
    }

    @Override
    public void seek(long position) {
        rest.reset();
        rest.skip(position - from);
    }
}
