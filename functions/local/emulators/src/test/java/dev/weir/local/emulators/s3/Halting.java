package dev.weir.local.emulators.s3;

import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A body that stops in the middle until it may go on.
final class Halting extends InputStream {
    private final int size;
    private final CountDownLatch halfWay;
    private final CountDownLatch goOn;
    private int read;

    Halting(int size, CountDownLatch halfWay, CountDownLatch goOn) {
        this.size = size;
        this.halfWay = halfWay;
        this.goOn = goOn;
    }

    @Override
    public int read() {
        if (read == size) {
            return -1;
        }
        if (read == size / 2) {
            halt();
        }
        read++;
        return 'x';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int limit = read < size / 2 ? size / 2 : size;
        if (read == size / 2) {
            halt();
        }
        int count = Math.min(length, limit - read);
        Arrays.fill(into, offset, offset + count, (byte) 'x');
        read += count;
        return count == 0 && read == size ? -1 : count;
    }

    private void halt() {
        halfWay.countDown();
        try {
            goOn.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
