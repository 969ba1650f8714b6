# A record that nobody can read is in the stream: it is put aside, and what comes after it lands.

: > "$data/$mark"
trap 'rm -f "$data/$mark"' EXIT
say "do:   twenty records of garbage, for every shard"
for i in {1..20}; do
  curl --silent --fail --output /dev/null "$(service kinesis)" --header 'Content-Type: application/x-amz-json-1.1' \
    --header 'X-Amz-Target: Kinesis_20131202.PutRecord' \
    --data "{\"StreamName\":\"$(resource events)\",\"PartitionKey\":\"$mark-$i\",\"Data\":\"$(printf '%s' "$mark" | base64 | tr -d '\n')\"}" ||
    fail "the stream does not take the record"
done
send behind
[[ $status == 200 ]] || fail "expected a 200, got $status: $answer"
expect_rows behind 5
aside=$(find "$data/s3" -path "*/$(resource quarantine)*" -type f -newer "$data/$mark" | wc -l | tr -d ' ')
((aside > 0)) || fail "expected objects in quarantine"
say "seen: $aside objects in quarantine, where incidents.md#quarantine looks"
