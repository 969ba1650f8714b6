package dev.weir.core.privacy;

/// Names of keys and what they mean, looked up without a copy of the key. A key is read as words, in lower case and
/// without separators, so that `firstName`, `first_name` and `First-Name` are one; digits at its end do not count. It
/// means what its last words mean, the longest that are known: `billing_address_2` is an address. A name with `=`
/// before it is known as the whole key only.
final class KeyTable {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] hashes;
    private final Meaning[] meanings;

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
            long hash = OFFSET;
            for (int i = withoutNumber(name, first, name.length()) - 1; i >= first; i--) {
                hash = next(hash, name.charAt(i));
            }
            put(whole ? ~hash : hash, meaning);
        }
        return this;
    }

    Meaning meaning(CharSequence text, int start, int end) {
        Meaning found = Meaning.PLAIN;
        long hash = OFFSET;
        int at = withoutNumber(text, start, end);
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

    private static int withoutNumber(CharSequence text, int start, int end) {
        int at = end;
        while (at > start && !isLetter(text.charAt(at - 1))) {
            at--;
        }
        return at == start ? end : at;
    }

    private static boolean isLetter(char c) {
        return Characters.isWord(c) && !Characters.isDigit(c);
    }

    private static boolean startsWord(CharSequence text, int start, int at) {
        if (at == start || !Characters.isWord(text.charAt(at - 1))) {
            return true;
        }
        char c = text.charAt(at);
        boolean afterCapital = isCapital(text.charAt(at - 1));
        boolean beforeSmall = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
        return isCapital(c) && (!afterCapital || beforeSmall);
    }

    private static boolean isCapital(char c) {
        return Character.isUpperCase(c);
    }

    private static long next(long hash, char c) {
        return (hash ^ Character.toLowerCase(c)) * PRIME;
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
