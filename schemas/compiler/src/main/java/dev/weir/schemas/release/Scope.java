package dev.weir.schemas.release;

/// What a comparison is about.
sealed interface Scope {

    String product();

    /// What a line of the change log begins with; empty where it is about the whole product.
    String name();

    /// What a product decides for all of its events.
    record Settings(String product) implements Scope {
        @Override
        public String name() {
            return "";
        }
    }

    /// A released version, changed where it is.
    ///
    /// @param free the number that a new version would have
    record InPlace(String product, String event, int version, int free) implements Scope {
        @Override
        public String name() {
            return event + " " + version + ": ";
        }
    }

    /// A version that is not released, compared with the latest one that is.
    record NewVersion(String product, String event, int version, int latest) implements Scope {
        @Override
        public String name() {
            return event + " " + version + ": ";
        }
    }
}
