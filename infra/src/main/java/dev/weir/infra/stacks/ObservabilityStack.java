package dev.weir.infra.stacks;

import static java.util.Objects.requireNonNull;

import dev.weir.infra.environment.Environment;
import dev.weir.infra.functions.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.constructs.Construct;

/// What watches: alarms, each with what to do about it, dashboards, and the budget.
final class ObservabilityStack extends Stack {

    private final Names names;
    private final Environment environment;
    private final Map<String, String> mappings = new LinkedHashMap<>();

    ObservabilityStack(Construct scope, Deployment deployment) {
        super(scope, "observability", WeirApp.props(deployment, "observability", "alarms, dashboards and budget"));
        this.names = deployment.names();
        this.environment = deployment.environment();
        KeyParameter.in(this, names);
        String email = email();
        Metrics metrics = new Metrics(names, apiMetrics());
        deployment.functions().stream()
                .filter(function -> function.batches().isPresent())
                .forEach(function -> mappings.put(
                        function.name(),
                        parameter(
                                "Mapping" + function.name().replaceAll("[^A-Za-z]", ""),
                                StreamMappings.parameter(function.name()))));
        for (LogMetrics counted : LogMetrics.values()) {
            if (counted.isFor(deployment.functions())) {
                counted.in(this, metrics, deployment);
            }
        }
        String topic = new AlarmTopic(this, names, email).arn();
        List<AlarmRow> alarms = new Alarms(deployment, metrics, name -> requireNonNull(mappings.get(name))).all();
        alarms.forEach(row -> alarm(row, topic));
        new Dashboards(this, deployment, metrics).create();
        budget(email);
    }

    private ApiMetrics apiMetrics() {
        return switch (environment.front().api()) {
            case HTTP -> ApiMetrics.http(parameter("ApiId", HttpFront.API_ID));
            case REST -> ApiMetrics.rest(names);
        };
    }

    private String email() {
        return CfnParameter.Builder.create(this, "AlarmEmail")
                .type("String")
                .defaultValue(environment.alarms().email())
                .description("Gets every alarm")
                .build()
                .getValueAsString();
    }

    private String parameter(String id, String name) {
        return CfnParameter.Builder.create(this, id)
                .type("AWS::SSM::Parameter::Value<String>")
                .defaultValue(names.parameter(name))
                .build()
                .getValueAsString();
    }

    private void alarm(AlarmRow row, String topic) {
        Alarm alarm = Alarm.Builder.create(this, "Alarm-" + row.name())
                .alarmName(names.of(row.name()))
                .alarmDescription(
                        row.says() + " What to do: " + environment.alarms().runbooks() + "/incidents.md#" + row.name())
                .metric(row.metric())
                .threshold(row.threshold())
                .comparisonOperator(row.comparison())
                .evaluationPeriods(row.periods())
                .treatMissingData(row.missing())
                .build();
        CfnAlarm resource = (CfnAlarm) requireNonNull(alarm.getNode().getDefaultChild());
        resource.setAlarmActions(List.of(topic));
        resource.setOkActions(List.of(topic));
    }

    private void budget(String email) {
        CfnBudget.Builder.create(this, "Budget")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetName(names.of("monthly"))
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(environment.budget().monthlyUsd())
                                .unit("USD")
                                .build())
                        .costFilters(Map.of("TagKeyValue", List.of("user:weir:environment$" + environment.name())))
                        .build())
                .notificationsWithSubscribers(List.of(tell("ACTUAL", 80, email), tell("FORECASTED", 100, email)))
                .build();
    }

    private static CfnBudget.NotificationWithSubscribersProperty tell(String type, int percent, String email) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(type)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .subscriptionType("EMAIL")
                        .address(email)
                        .build()))
                .build();
    }
}
