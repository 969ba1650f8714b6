package dev.weir.privacy;

import java.net.URI;
import java.util.Optional;

/// Where files are that are handed out, as those who fetch them reach it.
///
/// @param endpoint where it is not that of AWS
record ExportSettings(String bucket, boolean pathStyle, Optional<URI> endpoint) {}
