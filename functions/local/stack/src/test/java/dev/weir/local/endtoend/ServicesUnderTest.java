package dev.weir.local.endtoend;

import dev.weir.local.stack.Artifacts;
import dev.weir.local.stack.EmbeddedServices;
import dev.weir.local.stack.Services;
import dev.weir.local.stack.StateFolder;

/// The services that the suite stands on: the embedded ones, or LocalStack with `-Plocalstack`.
final class ServicesUnderTest {

    private ServicesUnderTest() {}

    static boolean areEmbedded() {
        return !"localstack".equals(System.getProperty("weir.services"));
    }

    static Services start(Artifacts artifacts, StateFolder state) throws Exception {
        return areEmbedded() ? EmbeddedServices.start(artifacts, state) : LocalStackServices.start();
    }
}
