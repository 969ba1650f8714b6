package dev.weir.lake;

/// Something in the lake that should not be as it is.
///
/// @param where an object's name, or what the names of several begin with
/// @param detail coordinates and counts, nothing of what is in rows
public record LakeFinding(Rule rule, String where, String detail) {

    /// What is not kept, and what to do about it.
    public enum Rule {
        STRAY("belongs to nothing in the lake: find out who put it there, and move it away"),
        UNPROJECTED(
                "is in a partition that Athena does not look into: add product or class to the catalog, or move it away"),
        UNREADABLE("nobody can read it: restore it from an old version of the bucket"),
        MISSING("its manifest counts on it: restore it from an old version of the bucket"),
        ORPHAN("no manifest knows it: ./weir compact enters it as replaced, and deletes it later"),
        OVERDUE("was replaced and should be gone: is the compactor running? ./weir compact"),
        UNMERGED("counts, and should be in silver by now: is the compactor running? ./weir compact"),
        DOUBLED("has rows that another object has too: ./weir compact leaves copies out; more than once is a defect"),
        SCHEMA("has columns that readers do not expect: queries of the day may fail; restore the column's type"),
        UNKNOWN_EVENT("has events that the catalog does not have: no view of its own shows them"),
        NO_BLOOM("has no bloom filter on the subject: erasing reads all of it; it is gone with the next merge");

        private final String remedy;

        Rule(String remedy) {
            this.remedy = remedy;
        }

        /// What it means, and what to do.
        public String remedy() {
            return remedy;
        }
    }
}
