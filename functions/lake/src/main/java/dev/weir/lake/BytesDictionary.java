package dev.weir.lake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.IntList.IntIterator;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// A dictionary of texts, or of values of one length. The pages are those of Parquet's own, which looks up every value;
/// this one knows the last again, as rows that follow each other have most values in common.
final class BytesDictionary extends DictionaryValuesWriter {

    private static final int LENGTH = 4;

    private final boolean fixed;
    private final List<byte[]> values = new ArrayList<>();
    private int[] slots = new int[64];
    private @Nullable Binary last;
    private byte[] lastBytes = {};
    private int lastId;

    /// @param most bytes that a dictionary may have
    /// @param fixed whether all values have one length, so that it is not written
    BytesDictionary(int most, boolean fixed, Encoding data, Encoding dictionary, ByteBufferAllocator allocator) {
        super(most, data, dictionary, allocator);
        this.fixed = fixed;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same object is the same value, and mostly it is
    public void writeBytes(Binary value) {
        if (value != last) {
            byte[] bytes = value.getBytesUnsafe();
            if (last == null || !Arrays.equals(bytes, lastBytes)) {
                lastId = id(bytes, value.isBackingBytesReused());
                lastBytes = values.get(lastId);
            }
            last = value.isBackingBytesReused() ? null : value;
        }
        encodedValues.add(lastId);
    }

    private int id(byte[] bytes, boolean reused) {
        int mask = slots.length - 1;
        int slot = spread(bytes) & mask;
        while (slots[slot] != 0) {
            int id = slots[slot] - 1;
            if (Arrays.equals(values.get(id), bytes)) {
                return id;
            }
            slot = slot + 1 & mask;
        }
        values.add(reused ? bytes.clone() : bytes);
        dictionaryByteSize += (fixed ? 0 : LENGTH) + bytes.length;
        slots[slot] = values.size();
        if (values.size() * 2 > slots.length) {
            grow();
        }
        return values.size() - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int id = 0; id < values.size(); id++) {
            int slot = spread(values.get(id)) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = id + 1;
        }
    }

    private static int spread(byte[] bytes) {
        int hash = Arrays.hashCode(bytes) * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    /// Null, as Parquet wants it, if no page used the dictionary.
    @Override
    @SuppressWarnings("NullAway")
    public @Nullable DictionaryPage toDictPageAndClose() {
        if (lastUsedDictionarySize == 0) {
            return null;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] value : values.subList(0, lastUsedDictionarySize)) {
            if (!fixed) {
                all.writeBytes(BytesUtils.intToBytes(value.length));
            }
            all.writeBytes(value);
        }
        return new DictionaryPage(
                BytesInput.from(all.toByteArray()), lastUsedDictionarySize, encodingForDictionaryPage);
    }

    @Override
    protected void fallBackDictionaryEncodedData(ValuesWriter writer) {
        IntIterator ids = encodedValues.iterator();
        while (ids.hasNext()) {
            writer.writeBytes(Binary.fromConstantByteArray(values.get(ids.next())));
        }
    }

    @Override
    protected void clearDictionaryContent() {
        values.clear();
        slots = new int[64];
        last = null;
    }

    @Override
    protected int getDictionarySize() {
        return values.size();
    }
}
