package dev.weir.local.mapping;

/// Goes through what a mapping reads, step by step, until stopped; waits longer after each step that was in vain.
interface Poller extends Runnable {

    /// Whether it is worth going on at once.
    boolean step() throws InterruptedException;

    Pause pause();

    @Override
    default void run() {
        int troubles = 0;
        while (!pause().stopped()) {
            try {
                troubles = step() ? 0 : troubles + 1;
                if (troubles > 0) {
                    pause().before(troubles);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
