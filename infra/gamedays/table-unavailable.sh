# The table of limits and named batches is gone: events are taken all the same.

table=$(resource intake)
named=yes
missed="batch taken without looking whether it came before"

dynamo() {
  curl --silent --fail --output /dev/null "$(service dynamodb)" --data "$2" --header "X-Amz-Target: DynamoDB_20120810.$1" \
    --header 'Content-Type: application/x-amz-json-1.0' --header "Authorization: AWS4-HMAC-SHA256 \
Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0"
}

make_table() {
  dynamo CreateTable "{\"TableName\":\"$table\",\"BillingMode\":\"PAY_PER_REQUEST\",
    \"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}],
    \"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}]}"
  dynamo UpdateTimeToLive \
    "{\"TableName\":\"$table\",\"TimeToLiveSpecification\":{\"AttributeName\":\"expires_at\",\"Enabled\":true}}"
}

before=$(logged collector "$missed")
trap 'make_table 2>/dev/null || true' EXIT
say "do:   the table is removed"
dynamo DeleteTable "{\"TableName\":\"$table\"}" || fail "the table $table cannot be removed"
for batch in 1 2 3; do
  send "table-$batch"
  [[ $status == 200 ]] || fail "expected a 200, got $status: $answer"
done
say "seen: 200 without the table"
expect_rows table 15
(($(logged collector "$missed") - before == 3)) || fail "expected the collector to log '$missed' for each batch"
say "seen: the collector says what it could not look up"
say "mend: the table is made again"
make_table || fail "the table $table cannot be made again; './weir up' makes it"
trap - EXIT
send mended
[[ $status == 200 ]] || fail "expected a 200, got $status: $answer"
first=$answer
send mended
[[ $status == 200 && $answer == "$first" ]] || fail "expected the first answer again, got $status: $answer"
say "seen: a batch that comes again gets its first answer"
