package dev.weir.infra.stacks;

import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/// One alarm. Its name is also the heading in docs/operations/incidents.md that says what to do.
///
/// @param name lower-case words with hyphens
/// @param says what has happened, for whoever reads the e-mail
/// @param periods how many periods of the metric in a row
record AlarmRow(
        String name,
        String says,
        IMetric metric,
        double threshold,
        ComparisonOperator comparison,
        int periods,
        TreatMissingData missing) {

    /// Nothing measured is nothing wrong.
    static AlarmRow above(String name, String says, IMetric metric, double threshold, int periods) {
        return new AlarmRow(
                name,
                says,
                metric,
                threshold,
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                periods,
                TreatMissingData.NOT_BREACHING);
    }

    /// Nothing measured is what is wrong.
    static AlarmRow missing(String name, String says, IMetric metric, int periods) {
        return new AlarmRow(
                name, says, metric, 1, ComparisonOperator.LESS_THAN_THRESHOLD, periods, TreatMissingData.BREACHING);
    }
}
