package dev.weir.collector;

/// What a 401 asks for in `WWW-Authenticate` (RFC 9110 section 11.6.1).
enum Challenge {
    /// Any credential that is taken; the request had none.
    ANY("Basic realm=\"weir\", charset=\"UTF-8\", Bearer realm=\"weir\""),
    /// Another write key (RFC 7617).
    WRITE_KEY("Basic realm=\"weir\", charset=\"UTF-8\""),
    /// Another access token (RFC 6750 section 3).
    TOKEN("Bearer realm=\"weir\", error=\"invalid_token\"");

    private final String header;

    Challenge(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
