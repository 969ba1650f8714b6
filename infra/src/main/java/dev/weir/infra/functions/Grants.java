package dev.weir.infra.functions;

import java.util.List;

/// Statements that several functions have.
record Grants(Names names) {

    /// Whoever replaces objects.
    static final String[] CHANGE = {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"};

    /// The key of what holds events. The stack that has it tells its ARN by a parameter of this name.
    Permission key(String sid, String... actions) {
        return Permission.of(sid, List.of(actions), "${DataKeyArn}");
    }

    /// The pseudonym keys. The stack that has the secret tells its ARN by a parameter of this name.
    Permission pseudonymKeys() {
        return Permission.of("ReadPseudonymKeys", List.of("secretsmanager:GetSecretValue"), Functions.PSEUDONYM_KEYS);
    }

    Permission objects(String sid, String bucket, String prefix, String... actions) {
        return Permission.of(sid, List.of(actions), names.bucketArn(bucket) + "/" + prefix + "*");
    }

    /// Without it, S3 answers a request for a missing object with 403 in place of 404.
    Permission list(String sid, String bucket) {
        return Permission.of(sid, List.of("s3:ListBucket"), names.bucketArn(bucket));
    }

    Permission items(String sid, String table, String... actions) {
        return Permission.of(sid, List.of(actions), names.tableArn(table));
    }
}
