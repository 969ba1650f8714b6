package dev.weir.local.permissions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// What functions do beside what they may do, both ways.
///
/// @param calls what they do
/// @param granted what they may do
public record Comparison(Collection<Call> calls, List<Granted> granted) {

    /// Calls that no policy allows, in a sentence each.
    public SortedSet<String> forbidden() {
        SortedSet<String> findings = new TreeSet<>();
        for (Call call : calls) {
            if (granted.stream().noneMatch(one -> one.allows(call))) {
                findings.add(name(call) + " calls " + call.action() + " on " + call.resource()
                        + ", and its policy does not allow it");
            }
        }
        return findings;
    }

    /// Permissions that no call needed and nobody has given a reason for, in a sentence each; and reasons for
    /// permissions that are used, or are not there.
    ///
    /// @param reasons by permission, as [#label]
    public SortedSet<String> unused(Map<String, String> reasons) {
        SortedSet<String> findings = new TreeSet<>();
        SortedSet<String> idle = new TreeSet<>();
        for (Granted one : granted) {
            if (calls.stream().noneMatch(one::allows)) {
                idle.add(label(one));
            }
        }
        idle.stream()
                .filter(label -> !reasons.containsKey(label))
                .forEach(label -> findings.add(label + ": may be done, and nothing does it"));
        reasons.keySet().stream()
                .filter(label -> !idle.contains(label))
                .forEach(label -> findings.add(label + ": a reason is given, but it is done, or may not be"));
        return findings;
    }

    /// `function sid action resource`.
    static String label(Granted one) {
        return one.function() + " " + one.sid() + " " + one.action() + " " + one.resource();
    }

    private String name(Call call) {
        return granted.stream()
                .map(Granted::function)
                .filter(function -> Call.keyOf(function).equals(call.function()))
                .findFirst()
                .orElse(call.function());
    }
}
