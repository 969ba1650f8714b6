package dev.weir.collector;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;

/// When a token holds (RFC 7519 section 4.1): it must say until when, and may say from when and when it was made.
/// Clocks
/// may differ by a minute.
final class Validity {

    static final int SKEW_SECONDS = 60;

    private static final Map<Integer, String> WHY = why();

    private Validity() {}

    private static Map<Integer, String> why() {
        Map<Integer, String> why = new LinkedHashMap<>();
        why.put(ErrorCodes.EXPIRED, "it has expired");
        why.put(ErrorCodes.EXPIRATION_MISSING, "it must say in 'exp' until when it holds");
        why.put(ErrorCodes.NOT_YET_VALID, "it does not hold yet");
        why.put(ErrorCodes.ISSUED_AT_INVALID_FUTURE, "it was made in the future");
        return why;
    }

    static void check(JwtContext token, Instant now) throws BadToken {
        try {
            new JwtConsumerBuilder()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .setSkipDefaultAudienceValidation()
                    .setRequireExpirationTime()
                    .setIssuedAtRestrictions(0, Integer.MAX_VALUE)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                    .build()
                    .processContext(token);
        } catch (InvalidJwtException e) {
            throw new BadToken(
                    WHY.entrySet().stream()
                            .filter(code -> e.hasErrorCode(code.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(
                                    "its 'exp', 'nbf' and 'iat' contradict each other, or one of its claims has another form than a JWT's"));
        }
    }
}
