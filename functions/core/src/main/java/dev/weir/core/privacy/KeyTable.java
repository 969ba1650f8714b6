package dev.weir.core.privacy;

/// Names of keys and what they mean, looked up without a copy of the key. A key is read as words, in lower case and
/// without separators, so that `firstName`, `first_name` and `First-Name` are one; digits at its end do not count. It
/// means what its last words mean, the longest that are known: `billing_address_2` is an address. A name with `=`
/// before it is known as the whole key only.
final class KeyTable {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int LETTERS = 26;

    private final long[] hashes;
    private final Meaning[] meanings;

    /// For each two letters, whether a name ends in them. Most keys end otherwise, and mean nothing.
    private final boolean[] endings = new boolean[LETTERS * LETTERS];

    private KeyTable(int names) {
        int slots = Integer.highestOneBit(Math.max(names, 2)) * 4;
        this.hashes = new long[slots];
        this.meanings = new Meaning[slots];
    }

    /// @param names with white space between them
    static KeyTable of(Meaning meaning, String names) {
        String[] all = names.strip().split("\\s+", -1);
        return new KeyTable(all.length).with(meaning, all);
    }

    static KeyTable of(int names) {
        return new KeyTable(names);
    }

    KeyTable with(Meaning meaning, String... names) {
        for (String name : names) {
            boolean whole = name.charAt(0) == '=';
            int first = whole ? 1 : 0;
            int end = withoutNumber(name, first, name.length());
            long hash = OFFSET;
            for (int i = end - 1; i >= first; i--) {
                hash = next(hash, name.charAt(i));
            }
            int ending = ending(name, first, end);
            if (ending >= 0) {
                endings[ending] = true;
            }
            put(whole ? ~hash : hash, meaning);
        }
        return this;
    }

    /// What the part of a text between two places means as a key.
    Meaning meaning(String text, int start, int end) {
        Meaning found = Meaning.PLAIN;
        long hash = OFFSET;
        int at = withoutNumber(text, start, end);
        int ending = ending(text, start, at);
        if (ending >= 0 && !endings[ending]) {
            return Meaning.PLAIN;
        }
        while (--at >= start) {
            char c = text.charAt(at);
            if (Characters.isWord(c)) {
                hash = next(hash, c);
                if (startsWord(text, start, at)) {
                    found = get(hash, found);
                }
            }
        }
        return get(~hash, found);
    }

    /// The place of the last two letters; -1 where they are not two of ASCII beside each other.
    private static int ending(String text, int start, int end) {
        if (end - start < 2) {
            return -1;
        }
        char last = text.charAt(end - 1);
        char before = text.charAt(end - 2);
        return Characters.isLetter(last) && Characters.isLetter(before)
                ? (Characters.lower(before) - 'a') * LETTERS + Characters.lower(last) - 'a'
                : -1;
    }

    private static int withoutNumber(String text, int start, int end) {
        int at = end;
        while (at > start && !isLetter(text.charAt(at - 1))) {
            at--;
        }
        return at == start ? end : at;
    }

    private static boolean isLetter(char c) {
        return Characters.isWord(c) && !Characters.isDigit(c);
    }

    private static boolean startsWord(String text, int start, int at) {
        if (at == start || !Characters.isWord(text.charAt(at - 1))) {
            return true;
        }
        char c = text.charAt(at);
        if (!Characters.isCapital(c)) {
            return false;
        }
        boolean afterCapital = Characters.isCapital(text.charAt(at - 1));
        boolean beforeSmall = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
        return !afterCapital || beforeSmall;
    }

    private static long next(long hash, char c) {
        return (hash ^ Characters.lower(c)) * PRIME;
    }

    private void put(long hash, Meaning meaning) {
        int slot = slot(hash);
        hashes[slot] = hash;
        meanings[slot] = meaning;
    }

    private Meaning get(long hash, Meaning otherwise) {
        int slot = slot(hash);
        return hashes[slot] == hash ? meanings[slot] : otherwise;
    }

    /// Where a hash is, or may be put.
    private int slot(long hash) {
        int slot = (int) (hash >>> Integer.SIZE) & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }
}
