package dev.weir.lake;

import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/// A Parquet file that is written from its beginning, and has no blocks.
interface NewFile extends OutputFile {

    @Override
    PositionOutputStream create(long blockSizeHint);

    @Override
    default PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
    }

    @Override
    default boolean supportsBlockSize() {
        return false;
    }

    @Override
    default long defaultBlockSize() {
        return 0;
    }
}
