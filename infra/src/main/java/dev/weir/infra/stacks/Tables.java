package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.constructs.Construct;

/// The tables of DynamoDB.
final class Tables {

    private Tables() {}

    static void create(Construct scope, Names names) {
        table(scope, names, "counters")
                .sortKey(key("sk"))
                .pointInTimeRecoverySpecification(recovery(35))
                .build();
        // Holds answers to senders for a day; a backup would hold them for longer than a week.
        table(scope, names, "intake")
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(false)
                        .build())
                .build();
        // A request must not get lost, and has the pseudonyms of a person until it is closed.
        table(scope, names, "privacy")
                .sortKey(key("sk"))
                .pointInTimeRecoverySpecification(recovery(Buckets.WITHIN_A_WEEK))
                .build();
        // An objection holds until it is taken back, and a withdrawal must not come back with a restore.
        table(scope, names, "objections")
                .sortKey(key("sk"))
                .pointInTimeRecoverySpecification(recovery(Buckets.WITHIN_A_WEEK))
                .build();
    }

    private static Table.Builder table(Construct scope, Names names, String name) {
        return Table.Builder.create(scope, Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .tableName(names.of(name))
                .partitionKey(key("pk"))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.AWS_MANAGED)
                .timeToLiveAttribute("expires_at")
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }

    private static Attribute key(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private static PointInTimeRecoverySpecification recovery(int days) {
        return PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(true)
                .recoveryPeriodInDays(days)
                .build();
    }
}
