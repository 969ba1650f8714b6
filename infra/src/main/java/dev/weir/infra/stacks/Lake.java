package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.glue.CfnTable;
import software.constructs.Construct;

/// The lake for analysts: Athena's tables over the bucket, and a workgroup that stops a query which would scan too
/// much.
final class Lake {

    private static final long GIGABYTE = 1_000_000_000L;

    private final Construct scope;
    private final Names names;

    Lake(Construct scope, Deployment deployment) {
        this.scope = scope;
        this.names = deployment.names();
        workgroup((long) deployment.environment().athena().scanLimitGb() * GIGABYTE);
        CfnDatabase database = database();
        for (String statement : deployment.tables()) {
            table(TableStatement.of(statement)).addResourceDependency(database);
        }
    }

    private void workgroup(long scanLimit) {
        CfnWorkGroup workgroup = CfnWorkGroup.Builder.create(scope, "Analysts")
                .name(names.of("analysts"))
                .description("Queries over the lake; each may scan so much and no more")
                .recursiveDeleteOption(true)
                .workGroupConfiguration(CfnWorkGroup.WorkGroupConfigurationProperty.builder()
                        .enforceWorkGroupConfiguration(true)
                        .publishCloudWatchMetricsEnabled(true)
                        .bytesScannedCutoffPerQuery(scanLimit)
                        .resultConfiguration(CfnWorkGroup.ResultConfigurationProperty.builder()
                                .outputLocation(Fn.sub("s3://" + names.bucket("results") + "/"))
                                .encryptionConfiguration(CfnWorkGroup.EncryptionConfigurationProperty.builder()
                                        .encryptionOption("SSE_KMS")
                                        .kmsKey(Fn.sub(names.arn("kms", "alias/" + names.of("data"))))
                                        .build())
                                .build())
                        .build())
                .build();
        workgroup.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.DELETE);
    }

    private CfnDatabase database() {
        return CfnDatabase.Builder.create(scope, "Database")
                .catalogId(Aws.ACCOUNT_ID)
                .databaseInput(CfnDatabase.DatabaseInputProperty.builder()
                        .name(names.database())
                        .description("Events of " + names.environment())
                        .build())
                .build();
    }

    private CfnTable table(TableStatement table) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("EXTERNAL", "TRUE");
        table.properties().forEach((name, value) -> parameters.put(name, value.replace("${lake_bucket}", bucket())));
        return CfnTable.Builder.create(scope, "Table" + table.name().replaceAll("[^a-zA-Z0-9]", ""))
                .catalogId(Aws.ACCOUNT_ID)
                .databaseName(names.database())
                .tableInput(CfnTable.TableInputProperty.builder()
                        .name(table.name())
                        .tableType("EXTERNAL_TABLE")
                        .parameters(parameters)
                        .partitionKeys(columns(table.partitions()))
                        .storageDescriptor(CfnTable.StorageDescriptorProperty.builder()
                                .columns(columns(table.columns()))
                                .location(table.location().replace("${lake_bucket}", bucket()))
                                .inputFormat(table.format().input())
                                .outputFormat(table.format().output())
                                .serdeInfo(CfnTable.SerdeInfoProperty.builder()
                                        .serializationLibrary(table.format().serde())
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private String bucket() {
        return Fn.sub(names.bucket("lake"));
    }

    private static List<CfnTable.ColumnProperty> columns(List<TableStatement.Column> columns) {
        return columns.stream().map(Lake::column).toList();
    }

    private static CfnTable.ColumnProperty column(TableStatement.Column column) {
        var property = CfnTable.ColumnProperty.builder().name(column.name()).type(column.type());
        return column.comment().isEmpty()
                ? property.build()
                : property.comment(column.comment()).build();
    }
}
