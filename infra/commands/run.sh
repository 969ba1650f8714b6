# What an operator does with what is deployed.

help_outputs() {
  cat <<'TXT'
infra/ops outputs ENV

Prints, a line `name=value` each, where things are: the URL that events are posted to, buckets, stream, tables,
Athena's workgroup and database, and which release is live.
TXT
}

run_outputs() {
  choose_environment "${1:-}"
  enter_account
  is_deployed app || complain "$environment is not deployed; 'infra/ops deploy $environment' does it"
  local name url
  url=$(output_of app Url)
  printf 'url=%s/v1/events\n' "$url"
  for name in lake quarantine failed exports audit settings results releases; do
    printf '%s-bucket=%s\n' "$name" "$(bucket "$name")"
  done
  printf 'stream=weir-%s-events\nworkgroup=weir-%s-analysts\ndatabase=weir_%s\n' \
    "$environment" "$environment" "${environment//-/_}"
  printf 'release=%s\n' "$(cloud ssm get-parameter --name "/weir/$environment/release" --query Parameter.Value --output text)"
}

# One value; nothing from a statement that has none.
ask_athena() {
  local query state
  query=$(cloud athena start-query-execution --work-group "weir-$environment-analysts" --query-string "$1" \
    --query-execution-context "Database=weir_${environment//-/_}" --query QueryExecutionId --output text)
  while :; do
    state=$(cloud athena get-query-execution --query-execution-id "$query" --query QueryExecution.Status.State --output text)
    case $state in
      SUCCEEDED) break ;;
      FAILED | CANCELLED) complain "Athena: $(cloud athena get-query-execution --query-execution-id "$query" \
        --query QueryExecution.Status.StateChangeReason --output text)" ;;
    esac
    sleep 1
  done
  cloud athena get-query-results --query-execution-id "$query" --query 'ResultSet.Rows[1].Data[0].VarCharValue' --output text
}

help_rollback() {
  cat <<'TXT'
infra/ops rollback ENV [--to NAME] [--yes]

Deploys the functions, the API and the alarms of the release before this one again, or of the named one. Data and the
stack that holds it stay as they are: what a newer release has written stays readable only as far as docs/operations/
upgrade.md says. The address for alarms stays, too. `aws s3 ls s3://weir-ENV-releases-ACCOUNT/releases/` lists names.
TXT
}

run_rollback() {
  choose_environment "${1:-}"
  shift
  local to=""
  while [[ $# -gt 0 ]]; do
    case $1 in
      --to) given "$@"; to=$2; shift 2 ;;
      --yes) yes=yes; shift ;;
      *) complain "rollback does not know '$1'; see infra/ops rollback --help" ;;
    esac
  done
  enter_account
  [[ -n $to ]] || to=$(cloud ssm get-parameter --name "/weir/$environment/release-before" --query Parameter.Value \
    --output text 2>/dev/null) || complain "there is no release before this one; name one with --to"
  cloud s3api head-object --bucket "$(bucket releases)" --key "releases/$to/app.json" >/dev/null 2>&1 ||
    complain "the release '$to' is not in $(bucket releases)"
  version=$to
  say "rolling $environment back to release $version"
  apply app
  remember
  apply observability
  say "rolled back to $version"
}

help_replay() {
  cat <<'TXT'
infra/ops replay ENV [--dry-run] [--from failed|quarantine] [--product P] [--yes]

Puts what consumers gave up through again, by the functions that ./weir replay uses: batches of the lake-writer that
failed, and records in quarantine, by today's catalog, consent, retention and erasures, as far as they have not landed;
and batches that the counters gave up. What is done is removed from where it waited. Doing it again changes nothing.
Mend the cause first. Prints what was landed, left out and why, and what stays because it cannot be read. Batches of the
counters are of all products, so --product leaves them alone. Exit status 1 if anything stays. Needs jq.
TXT
}

run_replay() {
  choose_environment "${1:-}"
  shift
  local from="failed quarantine" product="" dry=false staying=0 source
  while [[ $# -gt 0 ]]; do
    case $1 in
      --dry-run) dry=true; shift ;;
      --from) given "$@"; from=$2; shift 2 ;;
      --product) given "$@"; product=$2; shift 2 ;;
      --yes) yes=yes; shift ;;
      *) complain "replay does not know '$1'; see infra/ops replay --help" ;;
    esac
  done
  [[ $from =~ ^(failed|quarantine|failed quarantine)$ ]] || complain "--from is failed or quarantine, not '$from'"
  command -v jq >/dev/null || complain "needs jq, to read what the function answers; see https://jqlang.org/download/"
  enter_account
  [[ $dry == true ]] || confirm "Put through again what consumers of $environment gave up?"
  work=$(mktemp -d)
  for source in $from; do
    replay_events "$source" "$product" "$dry"
  done
  [[ $from != *failed* || -n $product ]] || replay_counters "$dry"
  [[ $staying == 0 ]] || complain "$staying documents stay"
}

# An invocation does what it has time for.
replay_events() {
  local after="" more
  while :; do
    jq -n --arg from "$1" --arg product "$2" --argjson dry "$3" --arg after "$after" \
      '{from: $from, dry_run: $dry, after: $after} + if $product == "" then {} else {product: $product} end' > "$work/request"
    ask_function replay "$1"
    jq -r --arg from "$1" '"\($from): \(.documents) documents, \(.landed) events landed, \(.already_there) already there, " +
      "\(.unreadable) records unreadable", (.left_out | to_entries[] | "  left out: \(.value) \(.key)"),
      (.staying[] | "  stays: \(.key): \(.reason)")' "$work/answer"
    more=$(jq '.staying | length' "$work/answer")
    staying=$((staying + more))
    after=$(jq -r .after "$work/answer")
    [[ $(jq .done "$work/answer") == false ]] || return 0
  done
}

# A report is below the mapping that gave its batch up, and one that was made anew has another name; so what counts is
# whose batch the report says it was. What is no report was listed with the events.
replay_counters() {
  local keys key count=0
  keys=$(cloud s3api list-objects-v2 --bucket "$(bucket failed)" --prefix aws/lambda/ \
    --query 'sort_by(Contents || `[]`, &LastModified)[].[Key]' --output text)
  [[ $keys != None ]] || keys=""
  for key in $keys; do
    cloud s3 cp "s3://$(bucket failed)/$key" - --only-show-errors > "$work/report" || complain "cannot read $key"
    [[ $(given_up_by "$work/report") == "weir-$environment-counters" ]] || continue
    [[ $1 == true ]] || recount "$key"
    count=$((count + 1))
  done
  [[ $count != 0 ]] || { say "no batch of the counters has failed"; return; }
  [[ $1 == false ]] || { say "$count batches of the counters would be counted"; return; }
  say "counted $count batches of the counters"
}

given_up_by() {
  jq -r '.requestContext.functionArn | split(":")[6]' "$1" 2>/dev/null || true
}

recount() {
  # As JSON in JSON the batch is smaller than as text: what a function can be handed is limited.
  jq -ec '.payload |= fromjson' "$work/report" > "$work/request" || complain "$1 is no report of a failed batch"
  ask_function counters-replay "$1"
  cloud s3api delete-object --bucket "$(bucket failed)" --key "$1" >/dev/null
}

# Waits for as long as the function takes: after a minute the AWS CLI would invoke it once more.
ask_function() {
  local outcome
  outcome=$(cloud lambda invoke --function-name "weir-$environment-$1:live" --payload "fileb://$work/request" \
    --cli-read-timeout 0 --query FunctionError --output text "$work/answer")
  [[ $outcome == None ]] || complain "$2 failed again: $(jq -r '.errorMessage // "no reason given"' "$work/answer" \
    2>/dev/null); /aws/lambda/weir-$environment-$1 has more"
}
