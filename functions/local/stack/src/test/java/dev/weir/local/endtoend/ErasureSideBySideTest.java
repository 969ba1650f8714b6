package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.cli.Commands;
import dev.weir.local.front.DelegatingServices;
import dev.weir.local.front.Front;
import dev.weir.local.front.Request;
import dev.weir.local.stack.EmbeddedServices;
import dev.weir.local.stack.Resources;
import dev.weir.local.stack.Services;
import dev.weir.local.stack.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// An erasure does not wait for one object after the other: a lake has many, and S3 takes its time for each read.
class ErasureSideBySideTest {

    private static final String PRODUCT = "ott-streaming";
    private static final int AT_ONCE = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final CountDownLatch together = new CountDownLatch(AT_ONCE);
    private volatile boolean erasing;

    @Test
    @Tag("native-privacy")
    void objectsAreReadAtTheSameTime() throws Exception {
        Services services = EmbeddedServices.start(Running.ARTIFACTS, new StateFolder(folder));
        try (Running weir = Running.on(folder, new SlowLake(services, this::await))) {
            int accepted = 0;
            while (weir.lake.keys(Resources.LAKE_BUCKET, "bronze/").size() < AT_ONCE) {
                accepted += weir.send(PRODUCT);
                assertThat(Eventually.reaches(accepted, weir.lake::rows)).isEqualTo(accepted);
            }

            erasing = true;
            String erased = Commands.run(
                    "privacy", "erase", "--product", PRODUCT, "--user", "nobody", "--data", folder.toString());

            assertThat(erased).contains("complete: ").contains(" 0 rows removed");
            assertThat(together.getCount()).as("how many more were waited for").isZero();
            assertThat(weir.notAsAskedFor()).isEmpty();
        }
    }

    /// The first reads of some objects are answered when all of them are there.
    private void await(Request request) {
        String path = request.uri().getPath();
        if (erasing && request.method().equals("GET") && path.contains("/bronze/") && begun.add(path)) {
            together.countDown();
            try {
                together.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class SlowLake extends DelegatingServices {

        private final Front s3;

        SlowLake(Services services, Consumer<Request> asked) throws IOException {
            super(services);
            this.s3 = Front.telling(services.s3(), asked);
        }

        @Override
        public URI s3() {
            return s3.endpoint();
        }

        @Override
        public void close() throws IOException {
            s3.close();
            super.close();
        }
    }
}
