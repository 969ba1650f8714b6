package dev.weir.core.privacy;

import java.util.ArrayList;
import java.util.List;

/// Credentials that services give out in a form of their own: a prefix, then so many characters of an alphabet.
final class ApiKeys {

    /// @param least characters behind the prefix
    private record Form(String prefix, int least, String alphabet) {

        int end(String text, int at) {
            int end = at + prefix.length();
            boolean digit = false;
            while (end < text.length() && isPart(text.charAt(end))) {
                digit |= Characters.isDigit(text.charAt(end));
                end++;
            }
            boolean enough = end - at - prefix.length() >= least;
            return enough && digit && Characters.endsToken(text, end) ? end : 0;
        }

        private boolean isPart(char c) {
            return switch (alphabet) {
                case "upper" -> Characters.isDigit(c) || (c >= 'A' && c <= 'Z');
                case "hex" -> Characters.isHex(c);
                case "alnum" -> c < Characters.ASCII && Characters.isWord(c);
                case "dotted" -> Characters.isTokenPart(c) || c == '.';
                case "header" -> Characters.isTokenPart(c) || "./+=~".indexOf(c) >= 0;
                default -> Characters.isTokenPart(c);
            };
        }
    }

    /// Prefix, least length and alphabet: AWS, GitHub, Slack, Stripe, Google, GitLab, npm, SendGrid, Twilio, OpenAI and
    /// Anthropic, Hugging Face, DigitalOcean, Shopify, PyPI; and what an Authorization header holds.
    private static final List<List<Form>> BY_FIRST = byFirst("""
            AKIA 16 upper
            ASIA 16 upper
            ghp_ 36 alnum
            gho_ 36 alnum
            ghu_ 36 alnum
            ghs_ 36 alnum
            ghr_ 36 alnum
            github_pat_ 22 token
            xoxa- 10 token
            xoxb- 10 token
            xoxe- 10 token
            xoxe. 10 dotted
            xoxo- 10 token
            xoxp- 10 token
            xoxr- 10 token
            xoxs- 10 token
            xapp- 10 token
            sk_live_ 16 alnum
            sk_test_ 16 alnum
            rk_live_ 16 alnum
            rk_test_ 16 alnum
            whsec_ 16 alnum
            AIza 35 token
            ya29. 20 token
            GOCSPX- 20 token
            glpat- 20 token
            gldt- 20 token
            glrt- 20 token
            npm_ 36 alnum
            SG. 40 dotted
            SK 32 hex
            sk-ant- 20 token
            sk-proj- 20 token
            sk-svcacct- 20 token
            sk-or- 20 token
            sk- 20 alnum
            hf_ 30 alnum
            dop_v1_ 64 hex
            shpat_ 32 hex
            shpss_ 32 hex
            pypi-AgEI 50 token
            Bearer_ 16 header
            bearer_ 16 header
            Basic_ 12 header
            basic_ 12 header
            """);

    private static final String PEM = "-----BEGIN ";
    private static final String PEM_KEY = "PRIVATE KEY";
    private static final String PEM_END = "-----END ";

    private ApiKeys() {}

    /// The characters that keys begin with.
    static String openings() {
        StringBuilder openings = new StringBuilder("-");
        for (char c = 0; c < Characters.ASCII; c++) {
            if (!BY_FIRST.get(c).isEmpty()) {
                openings.append(c);
            }
        }
        return openings.toString();
    }

    /// Whether a key begins with these two characters.
    static boolean mayOpen(char first, char second) {
        return first == '-'
                ? second == '-'
                : BY_FIRST.get(first).stream().anyMatch(form -> form.prefix().charAt(1) == second);
    }

    static long find(String text, int at) {
        char first = text.charAt(at);
        if (first == '-') {
            return text.startsWith(PEM, at) ? Span.of(at, pemEnd(text, at)) : Span.NONE;
        }
        for (Form form : BY_FIRST.get(first)) {
            if (text.startsWith(form.prefix(), at)) {
                int end = form.end(text, at);
                if (end > 0) {
                    return Span.of(at, end);
                }
            }
        }
        return Span.NONE;
    }

    /// A private key to its last line, or to the end of the text where that is cut off (RFC 7468).
    private static int pemEnd(String text, int at) {
        int label = text.indexOf(PEM_KEY, at);
        int dashes = text.indexOf("-----", at + PEM.length());
        if (label < 0 || dashes < label) {
            return 0;
        }
        int last = text.indexOf(PEM_END, dashes);
        int end = last < 0 ? -1 : text.indexOf("-----", last + PEM_END.length());
        return end < 0 ? text.length() : end + "-----".length();
    }

    private static List<List<Form>> byFirst(String forms) {
        List<List<Form>> byFirst = new ArrayList<>();
        for (char c = 0; c < Characters.ASCII; c++) {
            byFirst.add(new ArrayList<>());
        }
        forms.lines().map(line -> line.split(" ")).forEach(words -> {
            boolean header = words[2].equals("header");
            String prefix = header ? words[0].replace('_', ' ') : words[0];
            byFirst.get(prefix.charAt(0)).add(new Form(prefix, Integer.parseInt(words[1]), words[2]));
        });
        return byFirst;
    }
}
