package dev.weir.infra.stacks;

import static java.util.Objects.requireNonNull;

import dev.weir.infra.functions.Names;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// Buckets as all of ours are: encrypted, reachable by TLS alone, closed to the public, without access lists, and kept
/// when their stack goes.
record Buckets(Construct scope, Names names) {

    /// S3 rounds up to the next midnight, so that what must go within 7 days is told to go after 6.
    static final int WITHIN_A_WEEK = 6;

    Bucket.Builder encrypted(String name, IKey key) {
        return plain(name).encryption(BucketEncryption.KMS).encryptionKey(key).bucketKeyEnabled(true);
    }

    /// Without a key of ours: for what holds no data of persons.
    Bucket.Builder managed(String name) {
        return plain(name).encryption(BucketEncryption.S3_MANAGED);
    }

    private Bucket.Builder plain(String name) {
        return Bucket.Builder.create(scope, id(name))
                .bucketName(Fn.sub(names.bucket(name)))
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }

    /// Its policy stays with it, so that what is kept stays closed.
    static void make(Bucket.Builder bucket) {
        requireNonNull(bucket.build().getPolicy()).applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }

    /// Uploads that nobody finished hold data that nobody sees.
    static LifecycleRule unfinished() {
        return LifecycleRule.builder()
                .id("unfinished-uploads")
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build();
    }

    static LifecycleRule oldVersions() {
        return LifecycleRule.builder()
                .id("old-versions")
                .noncurrentVersionExpiration(Duration.days(WITHIN_A_WEEK))
                .expiredObjectDeleteMarker(true)
                .build();
    }

    static List<LifecycleRule> expiring() {
        return List.of(
                LifecycleRule.builder()
                        .id("within-a-week")
                        .expiration(Duration.days(WITHIN_A_WEEK))
                        .build(),
                unfinished());
    }

    private static String id(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Bucket";
    }
}
