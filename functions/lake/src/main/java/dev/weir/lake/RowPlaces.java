package dev.weir.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/// Where the rows of an object were in their shard.
final class RowPlaces {

    private RowPlaces() {}

    /// @param sequence decimal, of the record
    /// @param index of the event in it
    record Place(String sequence, int index) {}

    static List<Place> of(ParquetObject object) {
        List<Place> places = new ArrayList<>();
        ColumnScan.rows(object, List.of(BronzeTable.SEQUENCE, BronzeTable.RECORD_INDEX), row -> {
            if (row[0] instanceof Binary sequence && row[1] instanceof Integer index) {
                places.add(new Place(sequence.toStringUsingUTF8(), index));
            }
        });
        return places;
    }
}
