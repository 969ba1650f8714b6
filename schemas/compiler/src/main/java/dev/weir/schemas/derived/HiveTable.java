package dev.weir.schemas.derived;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A table of files, partitioned by the names of folders that Athena computes and never has to be told
/// of.
///
/// @param storage how files are read, in the words of the statement
/// @param location prefix in the lake's bucket, ending with a slash; below it partitions are
///     `<name>=<value>/`
/// @param projection what `projection.` properties say of the partitions
record HiveTable(
        String name,
        String comment,
        List<Column> columns,
        List<Column> partitions,
        String storage,
        String location,
        Map<String, String> projection) {

    static final String PARQUET = "stored as parquet";

    static final String JSON_LINES = "row format serde 'org.openx.data.jsonserde.JsonSerDe'";

    /// Glue keeps no more of a column's comment.
    private static final int LONGEST_COMMENT = 255;

    record Column(String name, String type, String comment) {

        private String definition() {
            String definition = "  `" + name + "` " + type;
            return comment.isEmpty() ? definition : definition + " comment '" + words(comment) + "'";
        }
    }

    /// The statement that makes it.
    String ddl() {
        return """
                create external table if not exists %s (
                %s
                )
                comment '%s'
                partitioned by (
                %s
                )
                %s
                location 's3://${lake_bucket}/%s'
                tblproperties (
                %s
                );
                """.formatted(
                name, definitions(columns), words(comment), definitions(partitions), storage, location, properties());
    }

    private String properties() {
        String projected = projection.entrySet().stream()
                .map(property -> ",\n  'projection." + property.getKey() + "' = '" + property.getValue() + "'")
                .collect(Collectors.joining());
        return "  'projection.enabled' = 'true'" + projected;
    }

    private static String definitions(List<Column> columns) {
        return columns.stream().map(Column::definition).collect(Collectors.joining(",\n"));
    }

    /// A text as a comment: its first sentence, with no character that would have to be escaped.
    private static String words(String text) {
        String sentence = text.replaceAll("\\s+", " ")
                .replaceFirst("[.;] .*", "")
                .replace('\'', '\u2019')
                .replaceAll("[\\\\;]", "");
        return sentence.length() <= LONGEST_COMMENT ? sentence : sentence.substring(0, LONGEST_COMMENT - 3) + "...";
    }
}
