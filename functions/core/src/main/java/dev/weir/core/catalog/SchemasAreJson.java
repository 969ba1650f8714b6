package dev.weir.core.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.serialization.YamlMapperFactory;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/// Stands in for the validator library's YAML mapper in a native image.
///
/// The library loads it when it first meets YAML, and the YAML parser is not on our class path because schemas are
/// compiled to JSON. The JVM never gets there; a native image wants every class that could be reached.
@TargetClass(YamlMapperFactory.class)
final class SchemasAreJson {

    private SchemasAreJson() {}

    /// Refuses: nothing here is YAML.
    @Substitute
    @SuppressWarnings("DoNotCallSuggester") // nobody calls it, and its name and place are the library's
    public static ObjectMapper getInstance() {
        throw new UnsupportedOperationException("schemas are JSON");
    }
}
