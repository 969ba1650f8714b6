package dev.weir.collector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the ledger has of one batch.
///
/// @param fingerprint of its events
/// @param startedAt when it came first; what it is received at however often it comes
/// @param workingUntil whoever works on it has so long
/// @param answer compressed; absent until it was answered
record LedgerPage(String fingerprint, Instant startedAt, Instant workingUntil, byte @Nullable [] answer) {

    /// What an item says; a new page where there is none, or only one that has expired.
    static LedgerPage of(IntakeTable.@Nullable Item item, String fingerprint, Instant now) {
        if (item == null || item.hasExpired(now)) {
            return new LedgerPage(fingerprint, now.truncatedTo(ChronoUnit.MICROS), Instant.EPOCH, null);
        }
        SdkBytes answer = value(item, "answer").b();
        return new LedgerPage(
                value(item, "fingerprint").s(),
                Instant.parse(value(item, "started_at").s()),
                Instant.parse(value(item, "working_until").s()),
                answer == null ? null : inflated(answer.asByteArray()));
    }

    private static AttributeValue value(IntakeTable.Item item, String name) {
        return item.attributes().getOrDefault(name, AttributeValue.fromNul(true));
    }

    LedgerPage workingUntil(Instant until) {
        return new LedgerPage(fingerprint, startedAt, until, answer);
    }

    LedgerPage answered(byte[] with) {
        return new LedgerPage(fingerprint, startedAt, workingUntil, with);
    }

    Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put("fingerprint", AttributeValue.fromS(fingerprint));
        attributes.put("started_at", AttributeValue.fromS(startedAt.toString()));
        attributes.put("working_until", AttributeValue.fromS(workingUntil.toString()));
        if (answer != null) {
            attributes.put("answer", AttributeValue.fromB(SdkBytes.fromByteArray(compressed(answer))));
        }
        return attributes;
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(byte[] compressed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("an answer in the intake table is not what was put there", e);
        }
    }

    @Override
    public String toString() {
        return "LedgerPage[" + startedAt + "]";
    }
}
