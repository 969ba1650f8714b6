# Clients' clocks are years off: their events are kept, under the day that they came in.

say "do:   a batch from 2037, and one from 2001"
send skew-ahead 5 2037-01-01T00:00:00.000Z
[[ $status == 200 && $answer == *'"accepted":5'* ]] || fail "expected a 200 with 5 accepted, got $status: $answer"
send skew-behind 5 2001-01-01T00:00:00.000Z
[[ $status == 200 && $answer == *'"accepted":5'* ]] || fail "expected a 200 with 5 accepted, got $status: $answer"
expect_rows skew 10
today=$(ask "select count(*) from events where $(sent skew) and abs(epoch(event_timestamp) - epoch(now())) < 600")
[[ $today == 10 ]] || fail "expected all rows by the time that they came in, there are $today"
say "seen: all of them by our clock"
unreliable=$(ask "select count(*) from events where $(sent skew) and not client_timestamp_reliable")
[[ $unreliable == 10 ]] || fail "expected all marked as unreliable, there are $unreliable"
say "seen: all marked as unreliable"
