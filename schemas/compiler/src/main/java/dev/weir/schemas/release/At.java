package dev.weir.schemas.release;

import com.fasterxml.jackson.core.JsonPointer;

/// Where a difference is.
///
/// @param file path below the schemas folder, with `/`
/// @param pointer into the file, with types that it refers to in place of the references
/// @param property what people call the property there, such as `parts[].name`; empty outside of properties
record At(String file, JsonPointer pointer, String property) {

    static At of(String file) {
        return new At(file, JsonPointer.empty(), "");
    }

    At keyword(String name) {
        return new At(file, pointer.appendProperty(name), property);
    }

    At member(String name) {
        return new At(
                file,
                pointer.appendProperty("properties").appendProperty(name),
                property.isEmpty() ? name : property + "." + name);
    }

    /// The list of required members, for the sake of one of them.
    At required(String name) {
        return new At(file, pointer.appendProperty("required"), member(name).property());
    }

    At each(String keyword) {
        return new At(file, pointer.appendProperty(keyword), property + (keyword.equals("items") ? "[]" : "{}"));
    }

    @Override
    public String toString() {
        return pointer.matches() ? file : file + "#" + pointer;
    }
}
