package dev.weir.local.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.lambda.Account;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String LAKE = "arn:aws:s3:::weir-trial-lake-000000000000/";
    private static final Granted LAND =
            new Granted("weir-trial-lake-writer", "LandEvents", "s3:PutObject", LAKE + "bronze/*");
    private static final Call LANDING =
            new Call("weirtriallakewriter", "s3:PutObject", LAKE + "bronze/product=p/dt=2026-02-08/a.parquet");

    @Test
    void whatIsAllowedAndDoneIsFine() {
        Comparison comparison = new Comparison(List.of(LANDING), List.of(LAND));
        assertThat(comparison.forbidden()).isEmpty();
        assertThat(comparison.unused(Map.of())).isEmpty();
    }

    @Test
    void aCallElsewhereIsForbidden() {
        Call elsewhere = new Call("weirtriallakewriter", "s3:PutObject", LAKE + "silver/a.parquet");
        assertThat(new Comparison(List.of(LANDING, elsewhere), List.of(LAND)).forbidden())
                .containsExactly("weir-trial-lake-writer calls s3:PutObject on " + LAKE
                        + "silver/a.parquet, and its policy does not allow it");
    }

    @Test
    void anotherActionIsForbidden() {
        Call deletion = new Call("weirtriallakewriter", "s3:DeleteObject", LANDING.resource());
        assertThat(new Comparison(List.of(deletion), List.of(LAND)).forbidden()).hasSize(1);
    }

    @Test
    void whatAnotherFunctionMayDoIsForbidden() {
        Call other = new Call("weirtrialcompactor", LANDING.action(), LANDING.resource());
        assertThat(new Comparison(List.of(other), List.of(LAND)).forbidden())
                .singleElement()
                .asString()
                .startsWith("weirtrialcompactor calls s3:PutObject on ");
    }

    @Test
    void whatNothingDoesIsOneTooMany() {
        assertThat(new Comparison(List.of(), List.of(LAND)).unused(Map.of()))
                .containsExactly(Comparison.label(LAND) + ": may be done, and nothing does it");
    }

    @Test
    void aReasonIsEnoughForWhatNothingDoes() {
        assertThat(new Comparison(List.of(), List.of(LAND)).unused(Map.of(Comparison.label(LAND), "because")))
                .isEmpty();
    }

    @Test
    void aReasonThatIsNotNeededIsOneTooMany() {
        assertThat(new Comparison(List.of(LANDING), List.of(LAND)).unused(Map.of(Comparison.label(LAND), "because")))
                .containsExactly(Comparison.label(LAND) + ": a reason is given, but it is done, or may not be");
    }

    @Test
    void whoeverReadsFromWhatIsEncryptedUsesTheKey() {
        List<ResolvedStack> stacks = Templates.in(
                        Path.of(System.getProperty("weir.root"), "infra/src/test/golden/trial"))
                .resolve(Account.LOCAL);
        Call reading = new Call("weirtrialcompactor", "s3:GetObject", LAKE + "bronze/a.parquet");
        assertThat(new Unseen(stacks.get(1), stacks.get(2)).besides(List.of(reading)))
                .filteredOn(call -> call.function().equals("weirtrialcompactor"))
                .extracting(Call::action)
                .contains("kms:Decrypt", "logs:PutLogEvents", "sqs:SendMessage")
                .doesNotContain("kinesis:GetRecords", "s3:GetObject");
    }

    @Test
    void whoeverIsFedByAQueueTakesFromItAndDecrypts() {
        List<ResolvedStack> stacks = Templates.in(
                        Path.of(System.getProperty("weir.root"), "infra/src/test/golden/steady"))
                .resolve(Account.LOCAL);
        String queue = "arn:aws:sqs:us-east-1:000000000000:weir-steady-surge";
        Call sending = new Call("weirsteadycollector", "sqs:SendMessage", queue);
        List<Call> unseen = new Unseen(stacks.get(1), stacks.get(2)).besides(List.of(sending));
        assertThat(unseen)
                .contains(
                        new Call("weirsteadysurge", "sqs:ReceiveMessage", queue),
                        new Call("weirsteadysurge", "sqs:DeleteMessage", queue));
        assertThat(unseen)
                .filteredOn(call -> call.function().equals("weirsteadysurge"))
                .extracting(Call::action)
                .contains("kms:Decrypt")
                .noneMatch(action -> action.startsWith("kinesis:"));
        assertThat(unseen)
                .filteredOn(call -> call.function().equals("weirsteadycollector"))
                .extracting(Call::action)
                .contains("kms:GenerateDataKey", "kms:Decrypt");
        assertThat(new Comparison(unseen, Granted.in(stacks.get(2))).forbidden())
                .isEmpty();
    }

    @Test
    void rolesOfFunctionsAreRead() {
        ResolvedStack app = Templates.in(Path.of(System.getProperty("weir.root"), "infra/src/test/golden/trial"))
                .resolve(Account.LOCAL)
                .get(2);
        assertThat(Granted.in(app))
                .contains(LAND)
                .allSatisfy(one -> assertThat(one.resource()).startsWith("arn:aws:"));
    }
}
