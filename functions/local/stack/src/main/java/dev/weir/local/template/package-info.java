/// What a CloudFormation template comes to on this machine: so that what is tried here is what is deployed, by its own
/// names.
@NullMarked
package dev.weir.local.template;

import org.jspecify.annotations.NullMarked;
