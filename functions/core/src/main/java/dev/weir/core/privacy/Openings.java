package dev.weir.core.privacy;

import java.util.List;

/// Which shapes may begin at a character, by the one behind it as well: nearly all words are done with after two.
final class Openings {

    private static final byte AT_START = 1;
    private static final byte IN_WORD = 2;

    /// For each character, where something may begin at it.
    private final byte[] first = new byte[Characters.ASCII];

    /// For each two characters the shapes, a bit for each.
    private final char[] pairs = new char[Characters.ASCII * Characters.ASCII];

    private final int inWords;

    Openings(List<Detector> detectors) {
        int inWords = 0;
        for (Detector detector : detectors) {
            int bit = detector.bit();
            inWords |= detector.inWords() ? bit : 0;
            detector.opens().chars().forEach(opening -> add(detector, opening, bit));
        }
        this.inWords = inWords;
    }

    private void add(Detector detector, int opening, int bit) {
        if (detector.inWords() && Characters.isWord((char) opening)) {
            throw new IllegalArgumentException("nothing is looked for at the letters in a word: " + detector);
        }
        first[opening] = (byte) (first[opening] | (detector.inWords() ? AT_START | IN_WORD : AT_START));
        for (char second = 0; second < Characters.ASCII; second++) {
            if (detector.goesOn((char) opening, second)) {
                int place = place(opening, second);
                pairs[place] = (char) (pairs[place] | bit);
            }
        }
    }

    /// The detectors to ask, as bits by their places among all.
    ///
    /// @param inWord whether there is a letter or digit before it
    int at(String text, int at, boolean inWord) {
        char c = text.charAt(at);
        if (c >= Characters.ASCII || (first[c] & (inWord ? IN_WORD : AT_START)) == 0) {
            return 0;
        }
        int shapes = pairs[place(c, second(text, at + 1))];
        return inWord ? shapes & inWords : shapes;
    }

    /// What is not ASCII, or not there, is nothing that a shape asks for as its second character.
    private static int second(String text, int at) {
        char c = at < text.length() ? text.charAt(at) : 0;
        return c < Characters.ASCII ? c : 0;
    }

    private static int place(int first, int second) {
        return first * Characters.ASCII + second;
    }
}
