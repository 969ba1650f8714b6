package dev.weir.collector;

/// A token that proves nothing. The message says why, for the sender's developers, and has nothing of the token.
final class BadToken extends Exception {

    private static final long serialVersionUID = 1;

    BadToken(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
