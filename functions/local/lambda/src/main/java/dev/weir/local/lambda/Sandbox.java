package dev.weir.local.lambda;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One process of a function, and the one invocation it may hold.
///
/// An invoker hands over and waits in [#run]; the process fetches by polling, which arrives in
/// [#next]. When the process ends, what it held fails, and what it had not fetched is free for
/// another one.
final class Sandbox {

    private final FunctionSpec spec;
    private final Limits limits;
    private final FunctionLog log;
    private final Process process;
    private final Output errors;
    private final long started = System.nanoTime();
    private final BlockingQueue<Handover> mailbox = new LinkedBlockingQueue<>();
    private final ReentrantLock state = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Handover held;
    private Invocation.@Nullable Failed end;
    private volatile Invocation.@Nullable Failed initError;
    private volatile Duration init = Duration.ZERO;
    private volatile boolean polled;
    private volatile boolean doomed;
    private final AtomicLong polls = new AtomicLong();

    Sandbox(FunctionSpec spec, Limits limits, FunctionLog log, Process process) {
        this.spec = spec;
        this.limits = limits;
        this.log = log;
        this.process = process;
        Output.pump(process.getInputStream(), log, spec.name() + " output");
        this.errors = Output.pump(process.getErrorStream(), log, spec.name() + " errors");
    }

    FunctionSpec spec() {
        return spec;
    }

    long pid() {
        return process.pid();
    }

    /// Whether it can be given work: alive, and not about to be killed.
    boolean alive() {
        return !doomed && process.isAlive();
    }

    /// Whether the process has asked for work, and so has started.
    boolean hasPolled() {
        return polled;
    }

    /// Hands the invocation to the process and waits until it has ended, by an answer, an error,
    /// the function's timeout or the end of the process.
    Outcome run(Handover handover) throws InterruptedException {
        if (!hold(handover)) {
            return handover.outcome();
        }
        try {
            supervise(handover);
            return handover.outcome();
        } catch (InterruptedException e) {
            kill();
            throw e;
        } finally {
            release();
        }
    }

    private boolean hold(Handover handover) {
        state.lock();
        try {
            if (end != null) {
                handover.abandon(end);
                return false;
            }
            held = handover;
            mailbox.add(handover);
            return true;
        } finally {
            state.unlock();
        }
    }

    private void release() {
        state.lock();
        try {
            held = null;
        } finally {
            state.unlock();
        }
    }

    private void supervise(Handover handover) throws InterruptedException {
        if (!handover.awaitStart(limits.start())) {
            handover.abandon(Failures.didNotStart(limits.start()));
            kill();
            return;
        }
        long begun = System.nanoTime();
        if (!handover.awaitEnd(spec.timeout())) {
            handover.settle(Failures.timedOut(handover.requestId(), spec.timeout()));
            kill();
        }
        handover.awaitEnd(Duration.ofSeconds(1));
        if (handover.outcome() instanceof Outcome.Settled) {
            report(handover, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void report(Handover handover, Duration took) {
        log.line("END RequestId: " + handover.requestId());
        log.line(Report.of(handover.requestId(), took, spec.memoryMb(), pid(), init));
        init = Duration.ZERO;
    }

    /// Called when the process asks for work; blocks until there is some. Null when the process
    /// has ended meanwhile, or has asked again: then this connection is a dead one.
    @Nullable
    Handover next() throws InterruptedException {
        long poll = polls.incrementAndGet();
        if (!polled) {
            polled = true;
            init = Duration.ofNanos(System.nanoTime() - started);
        }
        while (process.isAlive() && poll == polls.get()) {
            Handover next = mailbox.poll(1, TimeUnit.SECONDS);
            if (next != null && deliverable(next, poll)) {
                log.line("START RequestId: " + next.requestId() + " Version: $LATEST");
                return next;
            }
        }
        return null;
    }

    private boolean deliverable(Handover next, long poll) {
        if (poll != polls.get()) {
            mailbox.add(next);
            return false;
        }
        return process.isAlive() && next.take();
    }

    /// The invocation that the process holds under this id; null for any other.
    @Nullable
    Handover held(String requestId) {
        state.lock();
        try {
            return held != null && held.requestId().equals(requestId) ? held : null;
        } finally {
            state.unlock();
        }
    }

    /// The process has told that it cannot start. It ends by itself, or is ended shortly.
    void initFailed(Invocation.Failed reason) {
        initError = reason;
        Thread.startVirtualThread(() -> {
            if (!endsWithin(Duration.ofSeconds(2))) {
                kill();
            }
        });
    }

    /// Waits for the end of the process, then fails what it held.
    void watch() throws InterruptedException {
        int status = process.waitFor();
        errors.awaitEnd(Duration.ofSeconds(2));
        Invocation.Failed reason = initError;
        if (reason == null) {
            reason = polled ? Failures.exited(status) : Failures.exitedAtStart(status, errors.last());
        }
        log.line(reason.type() + " " + (polled ? reason.message() : "at the start"));
        state.lock();
        try {
            end = reason;
            if (held != null) {
                held.abandon(reason);
            }
        } finally {
            state.unlock();
        }
        ended.countDown();
    }

    /// Asks the process to end. Not by `Process.destroy()`: it closes the pipes as well, and with
    /// the lifeline closed the process has no time for its shutdown.
    void stop() {
        process.toHandle().destroy();
    }

    void kill() {
        doomed = true;
        process.destroyForcibly();
    }

    /// Waits until the process has ended and what it held has failed.
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean endsWithin(Duration longest) {
        try {
            return awaitEnd(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
