package dev.weir.infra.functions;

/// A file that functions are given at start. It is in the bucket of settings; the start script of a function fetches
/// the
/// ones that it may read, and the environment says where it has put them.
public enum SettingsFile {
    WRITE_KEYS("write-keys.json", "WEIR_WRITE_KEYS"),
    ISSUERS("issuers.json", "WEIR_ISSUERS"),
    PRIVACY_KEYS("privacy-keys.json", "WEIR_PRIVACY_KEYS"),
    EVIDENCE_KEY("evidence-key.json", "WEIR_EVIDENCE_KEY");

    /// Folder of a running function that they are put in; only memory of its own instance is behind it.
    static final String FOLDER = "/tmp/weir/";

    private final String key;
    private final String variable;

    SettingsFile(String key, String variable) {
        this.key = key;
        this.variable = variable;
    }

    /// Key in the bucket of settings.
    public String key() {
        return key;
    }

    /// Environment variable that has the path.
    public String variable() {
        return variable;
    }

    public String path() {
        return FOLDER + key;
    }
}
