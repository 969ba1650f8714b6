# The table of limits and named batches is gone: events are taken all the same.

dynamo() {
  curl --silent --fail --output /dev/null "$(service dynamodb)" --data "$2" --header "X-Amz-Target: DynamoDB_20120810.$1" \
    --header 'Content-Type: application/x-amz-json-1.0' --header "Authorization: AWS4-HMAC-SHA256 \
Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0"
}

make_table() {
  dynamo CreateTable '{"TableName":"weir-intake","BillingMode":"PAY_PER_REQUEST",
    "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
    "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}'
  dynamo UpdateTimeToLive '{"TableName":"weir-intake","TimeToLiveSpecification":{"AttributeName":"expires_at","Enabled":true}}'
}

trap 'make_table 2>/dev/null || true' EXIT
say "do:   the table is removed"
dynamo DeleteTable '{"TableName":"weir-intake"}' || fail "the table weir-intake cannot be removed"
for batch in 1 2 3; do
  send "table-$batch"
  [[ $status == 200 ]] || fail "expected a 200, got $status: $answer"
done
say "seen: 200 without the table"
expect_rows table 15
say "mend: the table is made again"
make_table || fail "the table weir-intake cannot be made again; './weir up' makes it"
trap - EXIT
send table-after
[[ $status == 200 ]] || fail "expected a 200, got $status: $answer"
