package dev.weir.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/// The columns of one row group, as values and as the bytes of pages and dictionaries.
final class GroupColumns {

    /// Encodings that leave the bytes of a text together, in a page or in the dictionary.
    private static final Set<String> TOGETHER =
            Set.of("PLAIN", "RLE", "BIT_PACKED", "PLAIN_DICTIONARY", "RLE_DICTIONARY");

    private final ParquetObject object;
    private final MessageType schema;
    private final BlockMetaData block;
    private final RowGroup bytes;
    private final String createdBy;

    GroupColumns(ParquetObject object, int group) {
        this.object = object;
        this.schema = object.file().getSchema();
        this.block = object.groups().get(group);
        this.bytes = object.group(group);
        this.createdBy = object.file().getCreatedBy();
    }

    /// Something for each value that is there.
    interface Visitor {

        void visit(int row, Object value);
    }

    Iterable<ColumnDescriptor> all() {
        return schema.getColumns();
    }

    long rows() {
        return block.getRowCount();
    }

    ColumnDescriptor column(String name) {
        return schema.getColumnDescription(new String[] {name});
    }

    /// Fetches columns that will be asked for, together.
    void fetch(List<ColumnDescriptor> columns) {
        bytes.fetch(columns);
    }

    /// Fetches all of them.
    GroupColumns whole() {
        bytes.whole();
        return this;
    }

    /// Lets go of what was fetched.
    void forget() {
        bytes.forget();
    }

    /// The bloom filter of a column in the row group; empty if it has none.
    Optional<BloomFilter> bloom(ColumnDescriptor column) {
        return BloomBytes.of(object::bytes, chunk(column));
    }

    ColumnChunkMetaData chunk(ColumnDescriptor column) {
        return bytes.chunk(column);
    }

    ColumnReadStoreImpl readers() {
        return new ColumnReadStoreImpl(bytes, new NoConverter(schema), schema, createdBy);
    }

    void each(ColumnDescriptor column, Visitor visitor) {
        CellReader cells = new CellReader(readers().getColumnReader(column), column.getPath()[0], 0);
        for (int row = 0; row < rows(); row++) {
            Object value = cells.next();
            if (value != null) {
                visitor.visit(row, value);
            }
        }
    }

    /// The event id of each row, as text.
    Binary[] eventIds() {
        Binary[] ids = new Binary[Math.toIntExact(rows())];
        each(column(EventIds.TEXT), (row, id) -> ids[row] = ((Binary) id).copy());
        if (schema.containsField(EventIds.UUID)) {
            each(column(EventIds.UUID), (row, id) -> ids[row] = EventIds.text((Binary) id));
        }
        return ids;
    }

    boolean isAllDictionary(ColumnDescriptor column) {
        EncodingStats pages = chunk(column).getEncodingStats();
        return pages != null && pages.hasDictionaryEncodedPages() && !pages.hasNonDictionaryEncodedPages();
    }

    /// The values of a column with a dictionary, one after the other.
    byte[] dictionary(ColumnDescriptor column) {
        DictionaryPage page = bytes.pages(column).readDictionaryPage();
        if (page == null) {
            throw new LakeUnavailable("a column lacks the dictionary that it is said to have");
        }
        return array(page.getBytes());
    }

    /// Whether the bytes of a dictionary or a page pass a test; true also if the encoding does not keep texts together.
    boolean anyBytes(ColumnDescriptor column, Predicate<byte[]> test) {
        if (!chunk(column).getEncodings().stream().map(Encoding::name).allMatch(TOGETHER::contains)) {
            return true;
        }
        ChunkPages pages = bytes.pages(column);
        DictionaryPage dictionary = pages.readDictionaryPage();
        if (dictionary != null && test.test(array(dictionary.getBytes()))) {
            return true;
        }
        boolean found = false;
        if (!isAllDictionary(column)) {
            for (DataPage page = pages.readPage(); page != null && !found; page = pages.readPage()) {
                found = test.test(array(((DataPageV1) page).getBytes()));
            }
        }
        return found;
    }

    private static byte[] array(BytesInput bytes) {
        try {
            return bytes.toInputStream().readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
