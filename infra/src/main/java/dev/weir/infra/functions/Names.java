package dev.weir.infra.functions;

/// What things are called in an environment. Names are known beforehand, so that no stack imports from another and each
/// can be updated alone. `${…}` in them is for CloudFormation to fill in.
///
/// @param environment name of the environment
public record Names(String environment) {

    public String stack(String concern) {
        return "weir-" + environment + "-" + concern;
    }

    /// Function, queue, schedule, topic or workgroup of this name.
    public String of(String what) {
        return "weir-" + environment + "-" + what;
    }

    public String stream() {
        return of("events");
    }

    /// Buckets share one namespace among all accounts, so theirs has the account in it.
    public String bucket(String what) {
        return of(what) + "-${AWS::AccountId}";
    }

    /// Database of the lake's tables.
    public String database() {
        return "weir_" + environment.replace('-', '_');
    }

    public String logGroup(String function) {
        return "/aws/lambda/" + of(function);
    }

    /// Parameter of Systems Manager by which a stack tells another what cannot be known beforehand.
    public String parameter(String what) {
        return "/weir/" + environment + "/" + what;
    }

    public String streamArn() {
        return arn("kinesis", "stream/" + stream());
    }

    public String tableArn(String table) {
        return arn("dynamodb", "table/" + of(table));
    }

    public String queueArn(String queue) {
        return arn("sqs", of(queue));
    }

    public String queueUrl(String queue) {
        return "https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/" + of(queue);
    }

    public String bucketArn(String bucket) {
        return "arn:${AWS::Partition}:s3:::" + bucket(bucket);
    }

    public String arn(String service, String resource) {
        return "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}:" + resource;
    }
}
