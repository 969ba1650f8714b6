package dev.weir.collector;

import is.tagomor.woothee.Classifier;
import java.util.HashMap;
import java.util.Map;

/// What a user agent tells of a device, by family only: versions and models would tell people apart.
final class UserAgents {

    /// Longer ones are made up; what tells the families comes first.
    private static final int LONGEST = 512;

    private UserAgents() {}

    /// Stored context fields, as far as they are known.
    static Map<String, String> of(String userAgent) {
        Map<String, String> parsed = Classifier.parse(userAgent.substring(0, Math.min(LONGEST, userAgent.length())));
        String os = parsed.getOrDefault("os", "");
        Map<String, String> families = new HashMap<>();
        families.put("device_class", device(parsed.getOrDefault("category", ""), os));
        families.put("os_family", system(os));
        families.put("browser_family", parsed.getOrDefault("name", ""));
        families.values().removeIf(family -> family.isEmpty() || family.equals("UNKNOWN"));
        return Map.copyOf(families);
    }

    private static String device(String category, String os) {
        return switch (category) {
            case "pc" -> "desktop";
            case "smartphone" -> os.equals("iPad") ? "tablet" : "phone";
            case "mobilephone" -> "phone";
            case "appliance" -> "appliance";
            case "crawler" -> "crawler";
            case "misc" -> "library";
            default -> "";
        };
    }

    private static String system(String os) {
        return switch (os) {
            case "iPhone", "iPad", "iPod" -> "iOS";
            case "Mac OSX" -> "macOS";
            default -> os.startsWith("Windows ") && !os.startsWith("Windows Phone") ? "Windows" : os;
        };
    }
}
