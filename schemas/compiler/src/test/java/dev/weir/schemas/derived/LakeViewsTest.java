package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.Identifier;
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
    void eachViewReadsAViewThatIsThereBeforeIt() {
        CatalogContents contents = Catalogs.repository();
        LakeViews views = new LakeViews(contents);
        Set<String> known = new HashSet<>(Set.of("bronze_events"));
        List<CreateView> statements = new ArrayList<>(parsed(views.events()));
        contents.products().forEach(product -> statements.addAll(parsed(views.of(product))));

        for (CreateView view : statements) {
            Table from = (Table) select(view).getFrom().orElseThrow();
            assertThat(known).contains(from.getName().toString());
            assertThat(known.add(view.getName().toString()))
                    .as("only one view is called " + view.getName())
                    .isTrue();
        }
        assertThat(known).contains("events", "ott_streaming", "ott_streaming_playback_started");
    }

    @ParameterizedTest
    @MethodSource("products")
    void everyEventOfAProductHasAViewWithTheEnvelopeAndItsProperties(CatalogedProduct product) {
        CatalogContents contents = Catalogs.repository();
        List<CreateView> views = parsed(new LakeViews(contents).of(product));

        assertThat(views).hasSize(product.latest().size() + 1);
        for (int i = 0; i < product.latest().size(); i++) {
            CatalogedEvent event = product.latest().get(i);
            CreateView view = views.get(i + 1);
            assertThat(view.getName()).hasToString(event.view());
            assertThat(names(view))
                    .doesNotHaveDuplicates()
                    .hasSize(contents.envelope().size() + event.stored().size() + 2);
        }
    }

    @Test
    void pseudonymsAreInHexOnce() {
        CatalogContents contents = Catalogs.ofProperties("{}");

        assertThat(new LakeViews(contents).events()).contains("lower(to_hex(\"subject\")) as \"subject\"");
        assertThat(new LakeViews(contents).of(contents.products().getFirst())).doesNotContain("to_hex");
    }

    @Test
    void propertiesHaveTheTypesOfTheirSchemas() {
        assertThat(view("""
                        {"title": {"type": "string", "x-weir-privacy": "none"},
                         "count": {"type": "integer", "x-weir-privacy": "none"},
                         "price": {"type": "number", "x-weir-privacy": "none"},
                         "gift": {"type": "boolean", "x-weir-privacy": "none"},
                         "on": {"type": "string", "format": "date", "x-weir-privacy": "none"},
                         "at": {"type": "string", "format": "date-time", "x-weir-privacy": "none"},
                         "buyer": {"type": "integer", "x-weir-privacy": "identifier"},
                         "tagged": {"type": "array", "items": {"type": "string"}, "x-weir-privacy": "none"},
                         "either": {"type": ["boolean", "string"], "x-weir-privacy": "none"}}
                        """))
                .contains(
                        "  json_extract_scalar(properties, '$.title') as \"title\",\n",
                        "  try_cast(json_extract(properties, '$.count') as bigint) as \"count\",\n",
                        "  try_cast(json_extract(properties, '$.price') as double) as \"price\",\n",
                        "  try_cast(json_extract(properties, '$.gift') as boolean) as \"gift\",\n",
                        "  try_cast(json_extract_scalar(properties, '$.on') as date) as \"on\",\n",
                        "  try(cast(from_iso8601_timestamp(json_extract_scalar(properties, '$.at'))"
                                + " at time zone 'UTC' as timestamp)) as \"at\",\n",
                        "  json_extract_scalar(properties, '$.buyer') as \"buyer\",\n",
                        "  nullif(json_format(json_extract(properties, '$.tagged')), 'null') as \"tagged\",\n",
                        "  json_extract_scalar(properties, '$.either') as \"either\",\n");
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
        assertThat(parsed(views)).hasSize(2);
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

    private static List<String> names(CreateView view) {
        return select(view).getSelect().getSelectItems().stream()
                .map(SingleColumn.class::cast)
                .map(column -> column.getAlias().orElseGet(() -> (Identifier) column.getExpression()))
                .map(name -> name.getValue().toLowerCase(Locale.ROOT))
                .toList();
    }
}
