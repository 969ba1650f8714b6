package dev.weir.local.cli;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.query.LakeQuery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// SQL over the lake.
@Command(
        name = "query",
        description = {
            "Run SQL over the lake and print CSV.",
            "Views: events; one per product, such as ott_streaming; one per event with its properties as columns, such"
                    + " as ott_streaming_playback_started. \"show tables\" lists them, \"describe events\" its columns."
        },
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SQL", description = "One statement.")
    private String sql = "";

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        new LakeQuery(Catalog.load(), data.state().lake())
                .run(sql, spec.commandLine().getOut());
        return 0;
    }
}
