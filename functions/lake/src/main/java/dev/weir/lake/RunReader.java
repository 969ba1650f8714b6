package dev.weir.lake;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The rows of objects that follow each other. One object is open at a time.
final class RunReader implements Iterator<LakeRow> {

    private final LakeObjects lake;
    private final Iterator<LakeObject> objects;
    private final SilverTable table;
    private Iterator<LakeRow> rows = List.<LakeRow>of().iterator();

    RunReader(LakeObjects lake, List<LakeObject> objects, SilverTable table) {
        this.lake = lake;
        this.objects = objects.iterator();
        this.table = table;
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && objects.hasNext()) {
            rows = new RowReader(new ParquetObject(lake, objects.next()), table);
        }
        return rows.hasNext();
    }

    @Override
    public LakeRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }
}
