package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.SingleColumn;
import io.trino.sql.tree.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LakeViewsTest {

    private static final SqlParser PARSER = new SqlParser();

    @Test
    void eachViewReadsTablesAndViewsThatAreThereBeforeIt() {
        CatalogContents contents = Catalogs.repository();
        LakeViews views = new LakeViews(contents);
        Set<String> known = new HashSet<>(Set.of("bronze_events", "lake_manifest"));
        List<CreateView> statements = new ArrayList<>();
        contents.products().forEach(product -> {
            known.add("silver_" + Names.sql(product.name()));
            statements.addAll(parsed(views.of(product)));
        });
        statements.addAll(parsed(views.events()));

        for (CreateView view : statements) {
            assertThat(tables(view)).isNotEmpty().isSubsetOf(known);
            assertThat(known.add(view.getName().toString()))
                    .as("only one view is called " + view.getName())
                    .isTrue();
        }
        assertThat(known).contains("events", "ott_streaming", "ott_streaming_playback_started");
    }

    @Test
    void filesCountByTheManifestWhichIsReadOnce() {
        CatalogContents contents = Catalogs.ofProperties("{}");
        CreateView files = parsed(new LakeViews(contents).of(contents.products().getFirst()))
                .getFirst();

        assertThat(files.getName()).hasToString("lake_corner_shop");
        assertThat(tables(files)).containsExactly("silver_corner_shop", "bronze_events", "lake_manifest");
        assertThat(new LakeViews(contents).of(contents.products().getFirst()))
                .contains("(files.layer = 'silver' and entries.state = 'live')")
                .contains("(files.layer = 'bronze' and entries.key is null)");
    }

    @Test
    void theEventIdOfSilverIsOneWhicheverColumnHasIt() {
        CatalogContents contents = Catalogs.ofProperties("{}");
        String views = new LakeViews(contents).of(contents.products().getFirst());

        assertThat(views.split("to_hex\\(\"event_id_uuid\"\\)", -1))
                .as("once, in the rows of silver")
                .hasSize(2);
        assertThat(views).contains("\"event_id\",\n");
    }

    @ParameterizedTest
    @MethodSource("products")
    void everyEventOfAProductHasAViewWithTheEnvelopeAndItsProperties(CatalogedProduct product) {
        CatalogContents contents = Catalogs.repository();
        List<CreateView> views = parsed(new LakeViews(contents).of(product));

        assertThat(views).hasSize(product.latest().size() + 2);
        for (int i = 0; i < product.latest().size(); i++) {
            CatalogedEvent event = product.latest().get(i);
            CreateView view = views.get(i + 2);
            assertThat(view.getName()).hasToString(event.view());
            assertThat(names(view))
                    .doesNotHaveDuplicates()
                    .hasSize(contents.envelope().size() + event.stored().size() + 2);
        }
    }

    @Test
    void pseudonymsAreInHexWhereverPeopleLook() {
        CatalogContents contents = Catalogs.ofProperties("{}");
        String views = new LakeViews(contents).of(contents.products().getFirst());

        assertThat(views.split("lower\\(to_hex\\(\"subject\"\\)\\) as \"subject\"", -1))
                .hasSize(3);
    }

    @Test
    void propertiesHaveTheTypesOfTheirSchemasInSilverAndInBronze() {
        assertThat(view("""
                        {"title": {"type": "string", "x-weir-privacy": "none"},
                         "count": {"type": "integer", "x-weir-privacy": "none"},
                         "price": {"type": "number", "x-weir-privacy": "none"},
                         "gift": {"type": "boolean", "x-weir-privacy": "none"},
                         "on": {"type": "string", "format": "date", "x-weir-privacy": "none"},
                         "at": {"type": "string", "format": "date-time", "x-weir-privacy": "none"},
                         "buyer": {"type": "integer", "x-weir-privacy": "identifier"},
                         "tagged": {"type": "array", "items": {"type": "string"}, "x-weir-privacy": "none"},
                         "a-b": {"type": "string", "x-weir-privacy": "none"},
                         "either": {"type": ["boolean", "string"], "x-weir-privacy": "none"}}
                        """))
                .contains(
                        "  coalesce(\"title_text\", json_extract_scalar(properties, '$.title')) as \"title\",\n",
                        "  coalesce(\"count_int\", try_cast(json_extract(properties, '$.count') as bigint)) as \"count\",\n",
                        "  coalesce(\"price_double\", try_cast(json_extract(properties, '$.price') as double))"
                                + " as \"price\",\n",
                        "  coalesce(\"gift_bool\", try_cast(json_extract(properties, '$.gift') as boolean)) as \"gift\",\n",
                        "  coalesce(\"on_date\", try_cast(json_extract_scalar(properties, '$.on') as date)) as \"on\",\n",
                        "  coalesce(\"at_time\", try(cast(from_iso8601_timestamp(json_extract_scalar(properties, '$.at'))"
                                + " at time zone 'UTC' as timestamp))) as \"at\",\n",
                        "  coalesce(\"buyer_text\", json_extract_scalar(properties, '$.buyer')) as \"buyer\",\n",
                        "  coalesce(\"tagged_json\", nullif(json_format(json_extract(properties, '$.tagged')), 'null'))"
                                + " as \"tagged\",\n",
                        "  json_extract_scalar(properties, '$.a-b') as \"a-b\",\n",
                        "  coalesce(coalesce(json_extract_scalar(\"either_json\", '$'), \"either_json\"),"
                                + " json_extract_scalar(properties, '$.either')) as \"either\",\n");
    }

    @Test
    void aPropertyThatIsCalledLikeAnotherColumnGetsAPrefix() {
        assertThat(view("""
                        {"platform": {"type": "string", "x-weir-privacy": "none"},
                         "Hour": {"type": "integer", "x-weir-privacy": "none"}}
                        """)).contains("as \"properties_platform\"", "as \"properties_Hour\"");
    }

    @Test
    void whatIsNeverStoredHasNoColumn() {
        assertThat(view("{\"card\": {\"type\": \"string\", \"x-weir-privacy\": \"sensitive\"}}"))
                .doesNotContain("card");
    }

    @ParameterizedTest
    @MethodSource("products")
    void theFirstQueryOfEachEventReadsItsView(CatalogedProduct product) {
        CatalogContents contents = Catalogs.repository();
        for (CatalogedEvent event : product.latest()) {
            String sql = new FirstQuery(contents, event).sql();

            assertThat(PARSER.createStatement(sql)).as(sql).isNotNull();
            assertThat(sql).contains("from " + event.view() + "\n");
        }
    }

    private static List<CatalogedProduct> products() {
        return Catalogs.repository().products();
    }

    /// The last view: that of the event.
    private static String view(String properties) {
        CatalogContents contents = Catalogs.ofProperties(properties);
        String views = new LakeViews(contents).of(contents.products().getFirst());
        assertThat(parsed(views)).hasSize(3);
        return views.substring(views.indexOf("view corner_shop_cart_item_added as"));
    }

    private static List<CreateView> parsed(String statements) {
        List<CreateView> views = new ArrayList<>();
        for (String statement : statements.split(";\n\n?", 0)) {
            views.add((CreateView) PARSER.createStatement(statement));
        }
        return views;
    }

    private static QuerySpecification select(CreateView view) {
        return (QuerySpecification) view.getQuery().getQueryBody();
    }

    private static List<String> tables(Node node) {
        List<String> tables = new ArrayList<>();
        if (node instanceof Table table) {
            tables.add(table.getName().toString());
        }
        node.getChildren().forEach(child -> tables.addAll(tables(child)));
        return tables;
    }

    private static List<String> names(CreateView view) {
        return select(view).getSelect().getSelectItems().stream()
                .map(SingleColumn.class::cast)
                .map(column -> column.getAlias().orElseGet(() -> (Identifier) column.getExpression()))
                .map(name -> name.getValue().toLowerCase(Locale.ROOT))
                .toList();
    }
}
