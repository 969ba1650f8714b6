package dev.weir.local.mapping;

import dev.weir.local.lambda.Account;

/// A shard as one mapping sees it: the coordinates that events, failed batches and log lines carry.
record Shard(MappingSpec mapping, Account account, String id) {

    String streamArn() {
        return account.streamArn(mapping.stream());
    }

    String functionArn() {
        return account.functionArn(mapping.function());
    }

    String roleArn() {
        return account.roleArn(mapping.function());
    }
}
