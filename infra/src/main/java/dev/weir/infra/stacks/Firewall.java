package dev.weir.infra.stacks;

import static java.util.Objects.requireNonNull;

import dev.weir.infra.functions.Names;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.CfnStage;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/// What turns requests away before the API sees them: addresses that send too much or are known for abuse, and known
/// attacks in URLs and headers.
///
/// Bodies are looked at and never a reason to turn a request away: a batch is data that nobody executes, events quote
/// stack traces, URLs and markup, and with one of them twenty would be lost. It keeps no samples and no log of
/// requests, which would have addresses and credentials.
final class Firewall {

    private static final String PROBLEM = "Problem";
    private static final int FIVE_MINUTES = 300;

    /// Rules of AWS's groups that look into bodies, or ask for what apps and servers need not send.
    private static final Map<String, List<String>> COUNTED_ONLY = Map.of(
            "AWSManagedRulesAmazonIpReputationList",
            List.of(),
            "AWSManagedRulesCommonRuleSet",
            List.of(
                    "CrossSiteScripting_BODY",
                    "EC2MetaDataSSRF_BODY",
                    "GenericLFI_BODY",
                    "GenericRFI_BODY",
                    "NoUserAgent_HEADER",
                    "SizeRestrictions_BODY"),
            "AWSManagedRulesKnownBadInputsRuleSet",
            List.of("JavaDeserializationRCE_BODY", "Log4JRCE_BODY", "ReactJSRCE_BODY"));

    private final Construct scope;
    private final CfnWebACL acl;

    Firewall(Construct scope, Deployment deployment) {
        this.scope = scope;
        int perAddress = requireNonNull(deployment.environment().front().requestsPerAddress());
        String name = name(deployment.names());
        this.acl = CfnWebACL.Builder.create(scope, "Firewall")
                .name(name)
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .customResponseBodies(Map.of(
                        PROBLEM,
                        CfnWebACL.CustomResponseBodyProperty.builder()
                                .contentType("APPLICATION_JSON")
                                .content("{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429}")
                                .build()))
                .rules(List.of(
                        perAddress(perAddress),
                        managed(1, "AWSManagedRulesAmazonIpReputationList"),
                        managed(2, "AWSManagedRulesCommonRuleSet"),
                        managed(3, "AWSManagedRulesKnownBadInputsRuleSet")))
                .visibilityConfig(measured(name))
                .build();
    }

    /// Of the list of rules, and of its metrics.
    static String name(Names names) {
        return names.of("firewall");
    }

    void guard(CfnStage stage, CfnRestApi api) {
        CfnWebACLAssociation.Builder.create(scope, "Guarded")
                .webAclArn(acl.getAttrArn())
                .resourceArn(Fn.join(
                        "",
                        List.of(
                                Fn.sub("arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/"),
                                api.getRef(),
                                "/stages/" + RestFront.STAGE)))
                .build()
                .addResourceDependency(stage);
    }

    /// The answer of the API to those who send too much, with the header that senders wait by.
    private static CfnWebACL.RuleProperty perAddress(int limit) {
        return CfnWebACL.RuleProperty.builder()
                .name("RequestsPerAddress")
                .priority(0)
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .evaluationWindowSec(FIVE_MINUTES)
                                .limit(limit)
                                .build())
                        .build())
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder()
                                .customResponse(CfnWebACL.CustomResponseProperty.builder()
                                        .responseCode(429)
                                        .customResponseBodyKey(PROBLEM)
                                        .responseHeaders(List.of(CfnWebACL.CustomHTTPHeaderProperty.builder()
                                                .name("Retry-After")
                                                .value("60")
                                                .build()))
                                        .build())
                                .build())
                        .build())
                .visibilityConfig(measured("RequestsPerAddress"))
                .build();
    }

    private static CfnWebACL.RuleProperty managed(int priority, String group) {
        List<CfnWebACL.RuleActionOverrideProperty> counted = requireNonNull(COUNTED_ONLY.get(group)).stream()
                .map(Firewall::counted)
                .toList();
        return CfnWebACL.RuleProperty.builder()
                .name(group)
                .priority(priority)
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(group)
                                .ruleActionOverrides(counted.isEmpty() ? null : counted)
                                .build())
                        .build())
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .visibilityConfig(measured(group))
                .build();
    }

    private static CfnWebACL.RuleActionOverrideProperty counted(String rule) {
        return CfnWebACL.RuleActionOverrideProperty.builder()
                .name(rule)
                .actionToUse(CfnWebACL.RuleActionProperty.builder()
                        .count(CfnWebACL.CountActionProperty.builder().build())
                        .build())
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty measured(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(name)
                .sampledRequestsEnabled(false)
                .build();
    }
}
