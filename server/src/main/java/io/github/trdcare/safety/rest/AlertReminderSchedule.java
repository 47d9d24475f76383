package io.github.trdcare.safety.rest;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for overdue alerts every few minutes while the server runs. */
@Component
@ConditionalOnProperty(name = "trd.scheduling.enabled", matchIfMissing = true)
class AlertReminderSchedule implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AlertReminderSchedule.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final AlertReminders reminders;
    private @Nullable ScheduledExecutorService clockwork;

    AlertReminderSchedule(AlertReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public synchronized void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "alert-reminders");
            thread.setDaemon(true);
            return thread;
        });
        clockwork.scheduleWithFixedDelay(this::look, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.shutdown();
            clockwork = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    /** A look that fails, as when another node writes the same Task, is made up for by the next. */
    private void look() {
        try {
            reminders.remind();
        } catch (RuntimeException failed) {
            log.warn(
                    "Overdue alerts were not said again this time: {}",
                    failed.getClass().getSimpleName());
        }
    }
}
