package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypeScriptFileTest {

    private static final Pattern EXPORT = Pattern.compile("^export (?:type|interface) (\\w+)", Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("products")
    void everyEventIsAnInterfaceAndANameAndEachTypeIsThereOnce(CatalogedProduct product) {
        String text = new TypeScriptFile(Catalogs.repository(), product).text();

        assertThat(EXPORT.matcher(text).results().map(type -> type.group(1))).doesNotHaveDuplicates();
        assertThat(product.latest())
                .allSatisfy(event -> assertThat(text)
                        .contains("\nexport interface " + Names.pascal(event.name()) + " {\n")
                        .contains("\n  | \"" + event.name() + "\"")
                        .contains("\n  \"" + event.name() + "\": " + Names.pascal(event.name()) + ";\n"));
        String code = text.replaceAll("(?m)^ *(/\\*\\*|//).*$", "");
        assertThat(code.chars().filter(c -> c == '{'))
                .hasSameSizeAs(code.chars().filter(c -> c == '}').boxed().toList());
    }

    @Test
    void describesPropertiesAsTheyAreSent() {
        assertThat(text(Catalogs.catalog("""
                        {"size": {"enum": ["small", "large"], "description": "How big.", "x-weir-privacy": "none"},
                         "count": {"type": "integer", "minimum": 1, "maximum": 9, "description": "How many.",
                                   "x-weir-privacy": "none"},
                         "card": {"type": "string", "description": "Its */ number.", "x-weir-privacy": "sensitive"},
                         "labels": {"type": "object", "additionalProperties": {"type": ["string", "boolean"]},
                                    "x-weir-privacy": "quasi"},
                         "parts": {"type": ["array", "null"], "x-weir-privacy": "none", "items": {"type": "object",
                           "properties": {"first-name": {"type": "string", "x-weir-privacy": "free_text"}}}}}
                        """, "size"))).contains("""
                        /** `cart.item_added`: A thing is put into the cart. */
                        export interface CartItemAdded {
                          /** How big. */
                          size: "small" | "large";
                          /** How many. (1 to 9) */
                          count?: number;
                          /** Its * / number. Never stored. */
                          card?: string;
                          labels?: Record<string, string | boolean>;
                          parts?: Array<{
                            /**  Personal data in it is masked. */
                            "first-name"?: string;
                          }> | null;
                        }
                        """);
    }

    @Test
    void describesAnEventAsTheDialectWantsIt() {
        assertThat(text(Catalogs.catalog("{}"))).endsWith("""
                        export type CornerShopEvent<N extends CornerShopEventName = CornerShopEventName> = {
                          [E in N]: {
                            /** Which event it is: its name in the catalog. */
                            name: E;
                            /** Names this one event. The same event sent again has the same id. */
                            id: string;
                            who?: {
                              /** Id of the user. A pseudonym of it is stored instead. */
                              user?: string | null;
                            } | null;
                            consent?: {
                              /** Whether the person agrees to analytics. Leave it out while undecided. */
                              analytics?: boolean | null;
                            } | null;
                            data: CornerShopProperties[E];
                          };
                        }[N];
                        """);
    }

    @Test
    void describesAFormWhosePropertiesAreTheEventItself() {
        ObjectNode catalog = Catalogs.catalog("{}");
        ObjectNode form = (ObjectNode) catalog.at("/products/corner-shop/dialect/forms/0");
        form.put("properties", "").put("event", "cart.item_added").remove("event_name");
        form.set(
                "when",
                Catalogs.json("{\"w\": [{\"at\": \"/kind/of\", \"in\": [\"cart\"]}]}")
                        .path("w"));

        assertThat(text(catalog))
                .contains("export type CornerShopEvent = {\n")
                .contains("  kind: {\n    of: \"cart\";\n  };\n")
                .endsWith("} & CornerShopProperties[\"cart.item_added\"];\n");
    }

    @Test
    void unitesTheFormsOfAProductThatHasSeveral() {
        ObjectNode catalog = Catalogs.catalog("{}");
        var forms = catalog.at("/products/corner-shop/dialect").withArrayProperty("forms");
        forms.add(forms.get(0).<ObjectNode>deepCopy().put("name", "old_app"));

        assertThat(text(catalog))
                .contains("export type CornerShopEvent = CornerShopDefaultEvent | CornerShopOldAppEvent;\n");
    }

    @Test
    void listsWhatEachKeyMaySend() {
        assertThat(text(Catalogs.catalog("{}")))
                .contains("export type CornerShopClientEventName =\n  | \"cart.item_added\";\n")
                .contains("export type CornerShopServerEventName = never;\n");
    }

    private static List<CatalogedProduct> products() {
        return Catalogs.repository().products();
    }

    private static String text(ObjectNode catalog) {
        CatalogContents contents = CatalogContents.of(catalog, Catalogs.avro());
        return new TypeScriptFile(contents, contents.products().getFirst()).text();
    }
}
