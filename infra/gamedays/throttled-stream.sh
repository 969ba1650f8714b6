# The stream refuses every write: senders get 202, and nothing is lost.

trap 'rm -f "$data/kinesis/throttled"' EXIT
say "do:   the stream refuses"
: > "$data/kinesis/throttled"
send queued
[[ $status == 202 && $answer == *'"stream":"queued"'* ]] || fail "expected a 202 and \"stream\":\"queued\", got $status: $answer"
say "seen: 202, the batch is queued"
[[ $(ask "select count(*) from events where $(sent queued)") == 0 ]] || fail "expected no row yet"
say "seen: no row yet"
say "mend: the stream takes records again"
rm -f "$data/kinesis/throttled"
expect_rows queued 5
send_until 200 after
say "seen: 200 again"
