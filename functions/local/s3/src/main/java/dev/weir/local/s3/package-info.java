/// The side of the S3 server that lives among its libraries: what it takes to serve a folder as S3 would.
@NullMarked
package dev.weir.local.s3;

import org.jspecify.annotations.NullMarked;
