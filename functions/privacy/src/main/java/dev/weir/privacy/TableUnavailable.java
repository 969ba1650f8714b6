package dev.weir.privacy;

/// The table of requests cannot be read or written now. Nothing is lost by trying again.
final class TableUnavailable extends RuntimeException {

    TableUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
