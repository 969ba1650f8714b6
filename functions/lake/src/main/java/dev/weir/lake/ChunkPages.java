package dev.weir.lake;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/// The pages of a column in a row group, decompressed when they are asked for. It reads what Weir writes:
/// zstd, version 1 pages.
final class ChunkPages implements PageReader {

    private final ColumnChunkMetaData chunk;
    private final byte[] bytes;
    private final ByteArrayInputStream rest;
    private final int end;
    private @Nullable PageHeader next;

    /// @param bytes of the row group
    /// @param offset of these bytes in the file
    ChunkPages(ColumnChunkMetaData chunk, byte[] bytes, long offset) {
        if (chunk.getCodec() != CompressionCodecName.ZSTD) {
            throw new LakeUnavailable("column " + chunk.getPath() + " is not compressed as the lake's are");
        }
        this.chunk = chunk;
        this.bytes = bytes;
        int start = Math.toIntExact(chunk.getStartingPos() - offset);
        int length = Math.toIntExact(chunk.getTotalSize());
        this.rest = new ByteArrayInputStream(bytes, start, length);
        this.end = start + length;
    }

    @Override
    public long getTotalValueCount() {
        return chunk.getValueCount();
    }

    @Override
    @SuppressWarnings("NullAway") // null is what Parquet asks for where there is none
    public @Nullable DictionaryPage readDictionaryPage() {
        PageHeader header = peek();
        if (header == null || header.getType() != PageType.DICTIONARY_PAGE) {
            return null;
        }
        DictionaryPageHeader dictionary = header.getDictionary_page_header();
        return new DictionaryPage(
                take(header),
                dictionary.getNum_values(),
                Encoding.valueOf(dictionary.getEncoding().name()));
    }

    @Override
    @SuppressWarnings("NullAway") // null is what Parquet asks for at the end
    public @Nullable DataPage readPage() {
        PageHeader header = peek();
        if (header == null) {
            return null;
        }
        if (header.getType() != PageType.DATA_PAGE) {
            throw new LakeUnavailable("column " + chunk.getPath() + " has pages that the lake's have not");
        }
        DataPageHeader page = header.getData_page_header();
        return new DataPageV1(
                take(header),
                page.getNum_values(),
                header.getUncompressed_page_size(),
                Statistics.noopStats(chunk.getPrimitiveType()),
                Encoding.valueOf(page.getRepetition_level_encoding().name()),
                Encoding.valueOf(page.getDefinition_level_encoding().name()),
                Encoding.valueOf(page.getEncoding().name()));
    }

    private @Nullable PageHeader peek() {
        if (next == null && rest.available() > 0) {
            try {
                next = Util.readPageHeader(rest);
            } catch (IOException broken) {
                throw new UncheckedIOException("column " + chunk.getPath() + " has a broken page", broken);
            }
        }
        return next;
    }

    private BytesInput take(PageHeader header) {
        next = null;
        int compressed = header.getCompressed_page_size();
        int start = end - rest.available();
        byte[] plain = new byte[header.getUncompressed_page_size()];
        if (rest.skip(compressed) < compressed
                || Zstd.decompressByteArray(plain, 0, plain.length, bytes, start, compressed) != plain.length) {
            throw new LakeUnavailable("column " + chunk.getPath() + " has a broken page");
        }
        return BytesInput.from(plain);
    }
}
