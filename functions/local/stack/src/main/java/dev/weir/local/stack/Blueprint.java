package dev.weir.local.stack;

import java.io.IOException;

/// Where a deployment comes from: our own lists, or templates.
@FunctionalInterface
interface Blueprint {

    /// Makes what holds data where it is missing, and says what runs.
    Deployment on(Site site) throws IOException;
}
