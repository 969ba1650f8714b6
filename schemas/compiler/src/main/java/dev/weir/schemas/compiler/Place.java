package dev.weir.schemas.compiler;

import com.fasterxml.jackson.core.JsonPointer;

/// A place in the sources.
///
/// @param file path below the schemas folder, with `/`
/// @param pointer into the file; empty for the file itself
public record Place(String file, JsonPointer pointer) {

    static Place of(String file) {
        return new Place(file, JsonPointer.empty());
    }

    Place child(String name) {
        return new Place(file, pointer.appendProperty(name));
    }

    Place child(int index) {
        return new Place(file, pointer.appendIndex(index));
    }

    Place append(String relative) {
        return new Place(file, pointer.append(JsonPointer.compile(relative)));
    }

    @Override
    public String toString() {
        return pointer.matches() ? file : file + "#" + pointer;
    }
}
