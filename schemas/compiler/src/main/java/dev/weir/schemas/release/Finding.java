package dev.weir.schemas.release;

import com.fasterxml.jackson.core.JsonPointer;

/// Why a catalog must not be built or released as it is.
///
/// @param file path below the schemas folder, with `/`
/// @param pointer into the file, empty for the file itself
/// @param rule what is wrong, to be read after the place
/// @param remedy what to do about it
public record Finding(String file, JsonPointer pointer, String rule, String remedy) {}
