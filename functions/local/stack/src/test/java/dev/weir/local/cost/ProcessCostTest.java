package dev.weir.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessCostTest {

    @Test
    void addsUserAndSystemTimeOfAProgramWithABracketInItsName() {
        String stat = "4711 (odd) name) S 1 2 3 4 5 6 7 8 9 10 21 4 13 14 15 16\n";

        assertThat(ProcessCost.parse(stat, "VmPeak:\t  9 kB\nVmRSS:\t   51200 kB\n"))
                .isEqualTo(new ProcessCost(250, 50));
    }
}
