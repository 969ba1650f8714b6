package dev.weir.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.privacy.Evidence;
import dev.weir.core.privacy.EvidenceKey;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.ObjectContent;
import dev.weir.lake.ObjectStore.PutOutcome;
import java.util.List;
import java.util.Map;

/// The chain of evidence in the audit bucket: `evidence/0000000001.json` and so on. A name is given once, so of two who
/// add
/// at the same time one comes after the other.
final class EvidenceLedger {

    static final String PREFIX = "evidence/";

    private static final int ATTEMPTS = 20;

    private final LakeObjects audit;
    private final EvidenceKey key;

    EvidenceLedger(LakeObjects audit, EvidenceKey key) {
        this.audit = audit;
        this.key = key;
    }

    /// Signs and keeps evidence, and returns its name.
    ///
    /// @throws LakeUnavailable if it is not known to be kept
    String add(ObjectNode body) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<LakeObject> chain = audit.list(PREFIX);
            String previous = chain.isEmpty() ? "" : digest(chain.getLast());
            String name = PREFIX + "%010d.json".formatted(chain.size() + 1);
            byte[] signed = new Evidence(chain.size() + 1L, previous, body).sign(key);
            if (audit.putIfAbsent(name, new ObjectContent(signed, "application/json", Map.of())) == PutOutcome.STORED) {
                return name;
            }
        }
        throw new LakeUnavailable("cannot add to " + PREFIX + ": others keep adding");
    }

    private String digest(LakeObject last) {
        return audit.get(last.key())
                .map(file -> Evidence.digest(file.bytes()))
                .orElseThrow(() -> new LakeUnavailable(last.key() + " is gone"));
    }
}
