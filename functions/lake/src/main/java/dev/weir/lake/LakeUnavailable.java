package dev.weir.lake;

/// The lake cannot be written or read now. Nothing is lost by trying again.
public final class LakeUnavailable extends RuntimeException {

    public LakeUnavailable(String message) {
        super(message);
    }

    public LakeUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
