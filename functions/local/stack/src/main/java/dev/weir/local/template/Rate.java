package dev.weir.local.template;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often a [schedule of EventBridge](https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html)
/// runs. Of a `cron(…)` the pace is kept and the time of day is not, since a machine that is switched on at noon
/// would never see half past one.
public final class Rate {

    private static final Pattern EVERY = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((\\S+) (\\S+) (\\S+) (\\S+) (\\S+) (\\S+)\\)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern STEP = Pattern.compile("(?:\\*|\\d+)/(\\d+)");

    private static final Pattern WEEKDAY = Pattern.compile("[1-7]|[A-Z]{3}");

    private Rate() {}

    /// The pace of an expression.
    ///
    /// @throws CannotApply where it is neither a rate nor a cron every so many minutes or hours, day or week
    public static Duration of(String expression) {
        Matcher every = EVERY.matcher(expression);
        if (every.matches()) {
            long number = Long.parseLong(every.group(1));
            return switch (every.group(2)) {
                case "minute" -> Duration.ofMinutes(number);
                case "hour" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        Matcher cron = CRON.matcher(expression);
        if (cron.matches()) {
            return cron(cron, expression);
        }
        throw new CannotApply("the schedule " + expression + " is not understood here");
    }

    private static Duration cron(Matcher cron, String expression) {
        boolean everyDay = isAny(cron.group(3)) && isAny(cron.group(4)) && isAny(cron.group(5));
        boolean everyWeek = isAny(cron.group(3))
                && isAny(cron.group(4))
                && WEEKDAY.matcher(cron.group(5)).matches();
        Matcher minutes = STEP.matcher(cron.group(1));
        Matcher hours = STEP.matcher(cron.group(2));
        boolean atOneMinute = NUMBER.matcher(cron.group(1)).matches();
        boolean atOneHour = NUMBER.matcher(cron.group(2)).matches();
        if (everyDay && minutes.matches() && isAny(cron.group(2))) {
            return Duration.ofMinutes(Long.parseLong(minutes.group(1)));
        }
        if (everyDay && atOneMinute && hours.matches()) {
            return Duration.ofHours(Long.parseLong(hours.group(1)));
        }
        if (everyDay && atOneMinute && isAny(cron.group(2))) {
            return Duration.ofHours(1);
        }
        if ((everyDay || everyWeek) && atOneMinute && atOneHour) {
            return Duration.ofDays(everyDay ? 1 : 7);
        }
        throw new CannotApply("the schedule " + expression + " is not understood here");
    }

    private static boolean isAny(String field) {
        return field.equals("*") || field.equals("?");
    }
}
