package dev.weir.schemas.compiler;

/// One thing that is wrong with the sources.
///
/// @param rule what is wrong, to be read after the place
/// @param remedy what to do about it
public record Problem(Place place, String rule, String remedy) {

    @Override
    public String toString() {
        return place + "\n    " + rule + "\n    -> " + remedy;
    }
}
