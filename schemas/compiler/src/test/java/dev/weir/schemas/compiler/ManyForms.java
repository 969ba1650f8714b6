package dev.weir.schemas.compiler;

import java.io.IOException;

/// A product whose senders do not agree on a form, added to a tree of schemas.
final class ManyForms {

    static final String PRODUCT = "many/product.yaml";
    static final String PERFORMANCE = "many/events/performance/1.json";
    static final String CHAT = "many/events/chat/1.json";

    private ManyForms() {}

    static SchemaTree addedTo(SchemaTree tree) throws IOException {
        return tree.write(PRODUCT, PRODUCT_YAML)
                .write(PERFORMANCE, PERFORMANCE_JSON)
                .write(CHAT, CHAT_JSON);
    }

    private static final String PRODUCT_YAML = """
            name: many
            title: Many forms
            description: Senders that do not agree.
            dialect:
              forms:
                - name: performance
                  when:
                    - {at: /event_type, in: [performance, 7, true]}
                    - {at: /metric_id, present: false}
                  event: performance
                  properties: ""
                  client_timestamp: /timestamp
                  identities: {session: /context/session_id, device: /device}
                  consent: {telemetry: /consent/telemetry}
                  context: {platform: /platform, community_id: /place/community}
                  required: [/timestamp]
                  ignored: [/event_type, /sent/by]
                - name: named
                  event_name: /name
                  event_id: /id
                  schema_version: /data/version
                  properties: /data
                  identities: {user: /who, anonymous: /visitor}
                  numeric_identities: [user]
                  consent: {ads: /ads, chats: /chats}
                  context: {community_id: /community}
                  required: [/id, /name, /data/version]
            limits: {events: 10, bytes: 102400, clock_skew: PT5M, payload_bytes: 2048}
            consent:
              tagged: [ads]
              without: {telemetry: anonymise, chats: drop}
            retention: {standard: P30D}
            counters: {}
            """;

    private static final String PERFORMANCE_JSON = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://weir.dev/schemas/many/events/performance/1.json",
              "title": "Performance", "description": "Sent once a minute.",
              "x-weir-event": "performance", "x-weir-version": 1, "x-weir-purpose": "telemetry",
              "x-weir-category": "performance", "x-weir-sources": ["client"], "x-weir-retention": "standard",
              "x-weir-sampling": 10, "x-weir-origin": ["job", "webhooks"],
              "type": "object",
              "properties": {
                "deviceInfo": {
                  "type": "object", "x-weir-privacy": "none",
                  "properties": {"type": {"type": "string", "x-weir-privacy": "quasi"}}
                },
                "measurements": {
                  "type": "array", "x-weir-privacy": "none",
                  "items": {"type": "object", "properties": {"name": {"type": "string", "x-weir-privacy": "none"}}}
                },
                "context": {
                  "type": "object", "x-weir-privacy": "none",
                  "properties": {
                    "session_id": {
                      "type": "string", "x-weir-privacy": "identifier", "x-weir-identity": "session"
                    }
                  }
                },
                "labels": {
                  "type": "object", "x-weir-privacy": "free_text", "additionalProperties": {"type": "string"}
                },
                "marks": {"type": "array", "x-weir-privacy": "none", "items": {"type": "number"}}
              }
            }
            """;

    private static final String CHAT_JSON = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://weir.dev/schemas/many/events/chat/1.json",
              "title": "Chat", "description": "Somebody said something.",
              "x-weir-event": "chat", "x-weir-version": 1, "x-weir-purpose": "chats",
              "x-weir-category": "chat", "x-weir-sources": ["server"], "x-weir-retention": "standard",
              "type": "object", "properties": {}
            }
            """;
}
