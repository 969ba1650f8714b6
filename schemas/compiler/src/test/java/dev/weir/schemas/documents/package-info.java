/// What the documents that the catalogs come from name, held against the catalogs, so that nothing of them is
/// forgotten.
@NullMarked
package dev.weir.schemas.documents;

import org.jspecify.annotations.NullMarked;
