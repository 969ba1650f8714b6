package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// What the tests of templates are worth: each permission, alarm, encryption and retention setting is removed in
/// turn, and one of those tests must fail and name it.
class RemovalTest {

    private static final Launcher LAUNCHER = LauncherFactory.create();

    static Stream<Removal> permissions() {
        return Removals.permissions().stream();
    }

    static Stream<Removal> alarms() {
        return Removals.alarms().stream();
    }

    static Stream<Removal> settings() {
        return Stream.concat(Removals.settings().stream(), Removals.rules().stream());
    }

    static Stream<Removal> firewall() {
        return Removals.firewall().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("permissions")
    void aPermissionIsMissed(Removal removal) {
        assertMissed(removal, PermissionsTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alarms")
    void anAlarmOrWhatItDoesIsMissed(Removal removal) {
        assertMissed(removal, AlarmsTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void aSettingIsMissed(Removal removal) {
        assertMissed(removal, DataAtRestTest.class, RetentionTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("firewall")
    void whatComesWithTheFirewallIsMissed(Removal removal) {
        assertMissed(removal, RestFrontTest.class);
    }

    @Test
    void nothingIsMissedWhereNothingIsRemoved() {
        assertThat(failures(
                        PermissionsTest.class,
                        AlarmsTest.class,
                        DataAtRestTest.class,
                        RetentionTest.class,
                        RestFrontTest.class))
                .isEmpty();
    }

    private static void assertMissed(Removal removal, Class<?>... tests) {
        List<String> failures = new ArrayList<>();
        removal.during(() -> failures.addAll(failures(tests)));
        assertThat(failures)
                .as("%s: a test that fails and names '%s'", removal.says(), removal.name())
                .anyMatch(failure -> letters(failure).contains(letters(removal.name())));
    }

    /// `failed-runs` is also named by `failedRunsAreEncrypted`.
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// What tests fail, each with its name and what it says.
    private static List<String> failures(Class<?>... tests) {
        List<String> failures = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(tests).map(test -> selectClass(test)).toList())
                .build();
        LAUNCHER.execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(why -> failures.add(test.getDisplayName() + ": " + why.getMessage()));
            }
        });
        return failures;
    }
}
