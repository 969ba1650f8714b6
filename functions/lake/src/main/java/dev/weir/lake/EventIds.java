package dev.weir.lake;

import dev.weir.core.catalog.SilverColumns;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/// The two columns that silver has for the one event id. An id that is a UUID in its usual form, 36 characters in lower
/// case, is 16 bytes in the second; any other is text in the first. It is in one of them only. The bytes are in the
/// order of the texts. Rows in memory have text.
final class EventIds {

    /// What bronze and every view call it.
    static final String TEXT = "event_id";

    /// What silver has beside it; there is none in objects that were written before there was this column.
    static final String UUID = SilverColumns.EVENT_UUID;

    static final int UUID_BYTES = 16;

    private static final int UUID_CHARACTERS = 36;
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };
    private static final byte[] VALUES = values();

    private final int text;
    private final int uuid;

    EventIds(SilverTable table) {
        this.text = table.position(TEXT);
        this.uuid = table.position(UUID);
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (byte value = 0; value < DIGITS.length; value++) {
            values[DIGITS[value]] = value;
        }
        return values;
    }

    /// Puts the id of a row where silver has it.
    void split(@Nullable Object[] cells) {
        Binary bytes = cells[text] instanceof Binary id ? bytes(id) : null;
        if (bytes != null) {
            cells[uuid] = bytes;
            cells[text] = null;
        }
    }

    /// Makes the id of a row text again.
    void join(@Nullable Object[] cells) {
        if (cells[uuid] instanceof Binary bytes) {
            cells[text] = text(bytes);
            cells[uuid] = null;
        }
    }

    /// The 16 bytes of a UUID; null of any other text.
    static @Nullable Binary bytes(Binary id) {
        if (id.length() != UUID_CHARACTERS) {
            return null;
        }
        byte[] from = id.getBytesUnsafe();
        byte[] bytes = new byte[UUID_BYTES];
        int at = 0;
        for (int place = 0; place < UUID_BYTES; place++) {
            if (isAfterHyphen(place) && from[at++] != '-') {
                return null;
            }
            int high = VALUES[from[at++] & 0xFF];
            int low = VALUES[from[at++] & 0xFF];
            if ((high | low) < 0) {
                return null;
            }
            bytes[place] = (byte) (high << 4 | low);
        }
        return Binary.fromConstantByteArray(bytes);
    }

    /// The text that they were.
    static Binary text(Binary bytes) {
        byte[] from = bytes.getBytesUnsafe();
        byte[] text = new byte[UUID_CHARACTERS];
        int at = 0;
        for (int place = 0; place < UUID_BYTES; place++) {
            if (isAfterHyphen(place)) {
                text[at++] = '-';
            }
            text[at++] = DIGITS[from[place] >> 4 & 0xF];
            text[at++] = DIGITS[from[place] & 0xF];
        }
        return Binary.fromConstantByteArray(text);
    }

    private static boolean isAfterHyphen(int place) {
        return place == 4 || place == 6 || place == 8 || place == 10;
    }
}
