package dev.weir.lake;

import java.util.function.Supplier;

/// What goes wrong while an object is read, as trouble with that object: libraries throw what they like at bytes that
/// are
/// damaged, or are a file of somebody else's.
final class Reading {

    private Reading() {}

    /// @throws LakeUnavailable for whatever goes wrong
    static <T> T of(LakeObject object, Supplier<T> read) {
        try {
            return read.get();
        } catch (LakeUnavailable trouble) {
            throw trouble;
        } catch (RuntimeException damaged) {
            // Without its cause, which may quote a row.
            throw new LakeUnavailable(object.key() + " is damaged, or is no object of the lake ("
                    + damaged.getClass().getSimpleName() + ")");
        }
    }
}
