package dev.weir.core.privacy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A secret that is nobody's, and by which a leak is recognised.
///
/// @param kind what it passes for
/// @param text what is planted
/// @param secret what must be nowhere afterwards
record Canary(String kind, String text, String secret) {

    /// One of each kind, unlike those of any other number.
    static List<Canary> all(int number) {
        String n = "%07d".formatted(number);
        return List.of(
                whole("email", "canary" + n + "@leak.example"),
                whole("unicode email", "jürgen" + n + "@bücher.example"),
                whole("phone", "+44 7" + n.substring(0, 3) + " " + n.substring(3) + "00"),
                whole("card", grouped("400055" + n + "12")),
                new Canary("bare card", "paid with " + luhn("400055" + n + "34") + " today", luhn("400055" + n + "34")),
                whole("iban", iban("DE", "37040044" + n + "000")),
                whole("small iban", iban("GB", "WEST123456" + n + "0").toLowerCase(Locale.ROOT)),
                whole("ipv4", address(number)),
                whole("ipv6", "2001:db8:%x:%x::8a2e".formatted(4096 + number / 60000, 4096 + number % 60000)),
                whole("ssn", "%03d-%02d-%04d".formatted(100 + number / 9999 % 500, 17, 1 + number % 9999)),
                new Canary(
                        "token", "eyJhbGciOiJIUzI1NiJ9." + base64("{\"sub\":\"" + n + "\"}") + ".c2ln" + n, "c2ln" + n),
                new Canary(
                        "encrypted token",
                        "eyJhbGciOiJSU0EtT0FFUCJ9.a2V5.aXY.Y2lwaGVy.c2Vj" + n + "ret",
                        "c2Vj" + n + "ret"),
                new Canary("bearer", "Authorization: Bearer " + n + "bearerABC", n + "bearerABC"),
                new Canary("password", "login failed: password=pass" + n + "canary", "pass" + n + "canary"),
                new Canary("mapped ipv4", "::ffff:" + address(number), address(number)),
                new Canary("aws key", "AKIA" + n + "CANARYABC", n + "CANARYABC"),
                new Canary("github key", "ghp_" + n + "canaryABCDEFGHIJ0123456789abcd", n + "canaryABC"),
                new Canary("private key", pem("MIIC" + n + "canary"), "MIIC" + n + "canary"),
                new Canary("user information", "https://ann:pw" + n + "canary@intranet/x", "pw" + n + "canary"),
                new Canary("parameter", "https://example.com/x?a=1&token=tk" + n + "canary&b=2", "tk" + n + "canary"),
                new Canary("segment", "https://example.com/reset/canary" + n + "abcdef/", "canary" + n + "abcdef"));
    }

    /// What only the key of a declared property tells, by that key.
    static Map<String, Canary> underKeys(int number) {
        String n = "%07d".formatted(number);
        return Map.of(
                "mobile_number", whole("national phone", "0171 " + n),
                "phone", whole("national phone", "(0171) " + n.substring(0, 3) + "-" + n.substring(3)),
                "card_number", whole("bare card", luhn("400055" + n + "56")),
                "ssn", whole("bare ssn", "%03d17%04d".formatted(100 + number / 9999 % 500, 1 + number % 9999)),
                "ip_address", whole("ipv4", address(number)));
    }

    private static String address(int number) {
        return "100.%d.%d.%d".formatted(64 + number / 65025 % 64, number / 255 % 255, number % 255);
    }

    private static Canary whole(String kind, String text) {
        return new Canary(kind, text, text);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(String body) {
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----";
    }

    private static String grouped(String digits) {
        return luhn(digits).replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    /// With its check digit (ISO/IEC 7812-1, annex B).
    private static String luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 0 ? doubled : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /// With its check digits (ISO 13616).
    private static String iban(String country, String account) {
        StringBuilder digits = new StringBuilder();
        (account + country + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return country + "%02d".formatted(check) + account;
    }
}
