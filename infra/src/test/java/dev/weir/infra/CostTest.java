package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `infra/ops cost`, and the page that is made of it.
class CostTest {

    @ParameterizedTest(name = "{0} events/s, {1}")
    @CsvSource({
        "1, steady", "100, steady", "1000, steady", "10000, steady", "100000, steady",
        "1, on-demand", "100, on-demand", "1000, on-demand", "10000, on-demand", "100000, on-demand"
    })
    void thePageSaysWhatTheModelSays(String events, String profile) throws Exception {
        String page = Files.readString(Path.of(System.getProperty("weir.root"), "docs/cost.md"));

        String row = cost("row", "--events-per-sec", events, "--profile", profile);

        assertThat(page).contains(row);
    }

    @Test
    void addsUpToTheTotal() throws Exception {
        double sum = 0;
        double total = 0;
        for (String line : cost("table", "--events-per-sec", "1000").lines().toList()) {
            String[] words = line.strip().split(" {2,}", -1);
            if (line.startsWith("total")) {
                total = Double.parseDouble(words[1].split(" ", -1)[0]);
            } else if (line.matches("[A-Za-z0-9].* +[0-9.]+")) {
                sum += Double.parseDouble(words[1]);
            }
        }

        assertThat(sum).isCloseTo(total, Offset.offset(0.1));
        assertThat(total).isPositive();
    }

    @Test
    void fewerEventsInARequestCostMore() throws Exception {
        assertThat(total("--events-per-sec", "1000", "--assume", "events_per_request=1"))
                .isGreaterThan(total("--events-per-sec", "1000"));
    }

    @ParameterizedTest(name = "{0} events/s")
    @ValueSource(strings = {"0", "1", "1000", "100000"})
    void thePageSaysWhatARestApiWithAFirewallCosts(String events) throws Exception {
        String page = Files.readString(Path.of(System.getProperty("weir.root"), "docs/cost.md"));

        double http = total("--events-per-sec", events);
        double rest = total("--events-per-sec", events, "--api", "rest");

        assertThat(rest).isGreaterThan(http + 8.99);
        assertThat(page).contains("| %s | %.2f | %.2f |".formatted(events, http, rest));
    }

    @ParameterizedTest(name = "{0} requests/s")
    @CsvSource({"10, 100", "100, 1000", "1000, 10000"})
    void thePageComparesWithClickstreamAnalyticsAtTheSameRates(String requests, String events) throws Exception {
        String page = Files.readString(Path.of(System.getProperty("weir.root"), "docs/cost.md"));

        assertThat(page.lines().filter(line -> line.startsWith("| " + requests + " | " + events + " | ")))
                .singleElement()
                .asString()
                .endsWith(" | %.2f |".formatted(total("--events-per-sec", events)));
    }

    @Test
    void everyFunctionOfTheModelIsMeasuredAndSaysHow() throws Exception {
        Path costs = Path.of(System.getProperty("weir.root"), "infra/cost");
        try (Stream<Path> files = Files.list(costs)) {
            Path newest = files.filter(file -> file.getFileName().toString().matches("measured-\\d{4}-\\d{2}\\.tsv"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();

            assertThat(Files.readAllLines(newest))
                    .first()
                    .asString()
                    .matches("# Measured on \\d{4}-\\d{2}-\\d{2} by .*");
            assertThat(Files.readAllLines(newest).stream().filter(line -> !line.startsWith("#")))
                    .hasSize(4)
                    .allMatch(line -> line.matches("[a-z_]+\t[0-9.]+\tmicroseconds of CPU, .*(JVM|native)"));
        }
    }

    @Test
    void moreTimeOfACoreCostsMore() throws Exception {
        assertThat(total("--events-per-sec", "1000", "--assume", "collector_cpu_us_per_request=9000"))
                .isGreaterThan(total("--events-per-sec", "1000", "--assume", "collector_cpu_us_per_request=90"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap", ""})
    void knowsTwoKindsOfApi(String api) throws Exception {
        assertThat(cost("table", "--events-per-sec", "1", "--api", api)).startsWith("ops: ");
    }

    @Test
    void nothingStillCostsTheShard() throws Exception {
        assertThat(total("--events-per-sec", "0")).isBetween(20.0, 40.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", ""})
    void asksForANumber(String events) throws Exception {
        assertThat(cost("table", "--events-per-sec", events))
                .startsWith("ops: ")
                .contains("infra/ops cost --");
    }

    @Test
    void refusesAnAssumptionThatThereIsNot() throws Exception {
        assertThat(cost("table", "--events-per-sec", "1", "--assume", "luck=1"))
                .contains("there is no assumption 'luck'");
    }

    private static double total(String... arguments) throws Exception {
        return cost("table", arguments)
                .lines()
                .filter(line -> line.startsWith("total"))
                .mapToDouble(line -> Double.parseDouble(line.split(" +", -1)[1]))
                .findFirst()
                .orElseThrow();
    }

    private static String cost(String format, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 2];
        command[0] = Ops.LAUNCHER.toString();
        command[1] = "cost";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(!format.equals("row"));
        builder.environment().put("WEIR_COST_FORMAT", format);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
