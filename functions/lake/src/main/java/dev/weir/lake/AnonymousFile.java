package dev.weir.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;

/// A silver object without identities, in the columns of today. It is sorted anew: in the old order, rows of
/// one person would still be beside each other. Few rows are in memory at a time, so it is read in passes, each
/// of which takes the next rows in the new order.
final class AnonymousFile {

    private final ParquetObject object;
    private final SilverTable table;
    private final Anonymiser anonymiser;
    private final int rowsAtOnce;

    /// @param rowsAtOnce rows in memory, beside a row group
    AnonymousFile(ParquetObject object, SilverTable table, Anonymiser anonymiser, int rowsAtOnce) {
        this.object = object;
        this.table = table;
        this.anonymiser = anonymiser;
        this.rowsAtOnce = rowsAtOnce;
    }

    /// All rows, written; for the caller to finish and close.
    SilverFile written() {
        Map<String, String> footer = new HashMap<>(object.metadata());
        footer.put("weir.format", SilverRun.FORMAT);
        footer.put(RowReader.COLUMNS, SilverRun.columns(table));
        SilverFile file = new SilverFile(table, footer);
        try {
            write(file);
            return file;
        } catch (RuntimeException trouble) {
            file.close();
            throw trouble;
        }
    }

    private void write(SilverFile file) {
        PropertySplit split = new PropertySplit(table);
        int[] passes = passes();
        int last = Arrays.stream(passes).max().orElse(-1);
        for (int pass = 0; pass <= last; pass++) {
            for (LakeRow row : rows(passes, pass)) {
                split.apply(row);
                file.add(row);
            }
        }
    }

    private List<LakeRow> rows(int[] passes, int pass) {
        List<LakeRow> rows = new ArrayList<>();
        RowReader reader = new RowReader(object, table);
        for (int place = 0; reader.hasNext(); place++) {
            LakeRow row = reader.next();
            if (passes[place] == pass) {
                rows.add(anonymiser.apply(row));
            }
        }
        rows.sort(LakeRow.ORDER);
        return rows;
    }

    /// In which pass each row is taken: by its event id.
    private int[] passes() {
        List<Binary> ids = new ArrayList<>();
        for (int group = 0; group < object.groups().size(); group++) {
            ids.addAll(List.of(new GroupColumns(object, group).eventIds()));
        }
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < ids.size(); place++) {
            order.add(place);
        }
        order.sort(Comparator.comparing(place -> ids.get(place).getBytes(), Arrays::compareUnsigned));
        int[] passes = new int[ids.size()];
        for (int rank = 0; rank < passes.length; rank++) {
            passes[order.get(rank)] = rank / rowsAtOnce;
        }
        return passes;
    }
}
