package dev.weir.local.lambda;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One registered function: admits invocations up to its concurrency, lets a bounded number wait,
/// and gives each to a warm process or a new one.
final class LocalFunction {

    private final FunctionSpec spec;
    private final Limits limits;
    private final SandboxStarter starter;
    private final Semaphore permits;
    private final AtomicInteger admitted = new AtomicInteger();
    private final Deque<Sandbox> idle = new ConcurrentLinkedDeque<>();
    private final Set<Sandbox> live = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LocalFunction(FunctionSpec spec, Limits limits, SandboxStarter starter) {
        this.spec = spec;
        this.limits = limits;
        this.starter = starter;
        this.permits = new Semaphore(spec.concurrency(), true);
    }

    Invocation invoke(byte[] payload) throws InterruptedException {
        try {
            if (admitted.incrementAndGet() > spec.concurrency() + limits.waiting()) {
                return Failures.throttled();
            }
            return whenPermitted(payload);
        } finally {
            admitted.decrementAndGet();
        }
    }

    private Invocation whenPermitted(byte[] payload) throws InterruptedException {
        permits.acquire();
        try {
            Invocation warm = inWarmProcess(payload);
            return warm == null ? inNewProcess(payload) : warm;
        } finally {
            permits.release();
        }
    }

    /// Null when no warm process was there to take it.
    private @Nullable Invocation inWarmProcess(byte[] payload) throws InterruptedException {
        for (Sandbox next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.alive() && run(next, payload) instanceof Outcome.Settled(Invocation invocation)) {
                return invocation;
            }
        }
        return null;
    }

    private Invocation inNewProcess(byte[] payload) throws InterruptedException {
        try {
            if (closed) {
                return Failures.closing();
            }
            Outcome first = run(start(), payload);
            // Lambda, too, starts once more when a process ends before it has the invocation.
            Outcome last = first instanceof Outcome.Undelivered && !closed ? run(start(), payload) : first;
            return switch (last) {
                case Outcome.Settled(Invocation invocation) -> invocation;
                case Outcome.Undelivered(Invocation.Failed reason) -> reason;
            };
        } catch (IOException e) {
            return Failures.cannotStart("cannot start " + spec.name() + ": " + e.getMessage());
        }
    }

    private Outcome run(Sandbox sandbox, byte[] payload) throws InterruptedException {
        Outcome outcome = sandbox.run(new Handover(UUID.randomUUID().toString(), payload));
        if (outcome instanceof Outcome.Settled && sandbox.alive()) {
            idle.addFirst(sandbox);
        }
        return outcome;
    }

    private Sandbox start() throws IOException {
        Sandbox sandbox = starter.start(spec, ended -> {
            live.remove(ended);
            idle.remove(ended);
        });
        live.add(sandbox);
        if (!sandbox.alive()) {
            live.remove(sandbox);
        }
        if (closed) {
            sandbox.kill();
        }
        return sandbox;
    }

    List<FunctionProcess> processes() {
        return live.stream()
                .filter(Sandbox::alive)
                .map(sandbox -> new FunctionProcess(spec.name(), sandbox.pid()))
                .toList();
    }

    /// Asks all processes to end; new ones are refused from now on.
    void stop() {
        closed = true;
        live.forEach(Sandbox::stop);
    }

    void kill() {
        live.forEach(Sandbox::kill);
    }

    /// Waits for their end, and kills those that have not ended by then.
    void awaitEnd(long deadlineNanos) throws InterruptedException {
        for (Sandbox sandbox : live) {
            if (!sandbox.awaitEnd(Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime())))) {
                sandbox.kill();
                sandbox.awaitEnd(Duration.ofSeconds(5));
            }
        }
    }
}
