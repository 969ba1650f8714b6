/// S3 on one machine: buckets are folders and objects are files that any other program can read.
@NullMarked
package dev.weir.local.emulators.s3;

import org.jspecify.annotations.NullMarked;
