package dev.weir.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// The most heap that a piece of work holds, without its garbage. A thread collects all garbage again and again
/// while the work goes on, and what is left each time is compared.
final class HeapPeak implements AutoCloseable {

    private static final String ALL_OF_IT = "end of major GC";

    /// In which the work goes on, between two collections.
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final AtomicLong most = new AtomicLong();
    private final AtomicInteger collections = new AtomicInteger();
    private final Thread collector = Thread.ofPlatform().daemon().unstarted(this::collect);
    private final long before;
    private volatile boolean over;

    private HeapPeak() {
        System.gc();
        before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static HeapPeak start() {
        HeapPeak peak = new HeapPeak();
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) bean)
                    .addNotificationListener(
                            (notification, _) -> peak.collected(
                                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())),
                            null,
                            null);
        }
        peak.collector.start();
        return peak;
    }

    private void collect() {
        while (!over) {
            System.gc();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void collected(GarbageCollectionNotificationInfo collection) {
        if (!collection.getGcAction().equals(ALL_OF_IT)) {
            return;
        }
        Map<String, MemoryUsage> after = collection.getGcInfo().getMemoryUsageAfterGc();
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> after.get(pool.getName()))
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        most.accumulateAndGet(heap, Math::max);
        collections.incrementAndGet();
    }

    @Override
    public void close() {
        over = true;
        try {
            collector.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    long before() {
        return before;
    }

    long most() {
        return most.get();
    }

    /// How often it was looked.
    int collections() {
        return collections.get();
    }
}
