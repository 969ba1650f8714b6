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
  [[ $(stack_status app) != NONE ]] || complain "$environment is not deployed; 'infra/ops deploy $environment' does it"
  local name
  printf 'url=%s/v1/events\n' "$(output_of app Url)"
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
upgrade.md says. `aws s3 ls s3://weir-ENV-releases-ACCOUNT/releases/` lists names.
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
  apply observability
  remember
  say "rolled back to $version"
}

help_replay() {
  cat <<'TXT'
infra/ops replay ENV [--yes]

Hands the lake-writer the batches that it gave up again, oldest first, and removes each from the bucket of failed batches
once it has landed. Landing twice changes nothing, since objects are named after their first record. Batches that the
counters gave up stay: a counter never goes back. Mend the cause first; it stops at the first batch that fails again.
Needs jq.
TXT
}

run_replay() {
  choose_environment "${1:-}"
  [[ ${2:-} == --yes ]] && yes=yes
  command -v jq >/dev/null || complain "needs jq, to take a batch out of its report; see https://jqlang.org/download/"
  enter_account
  local mapping keys key work count=0
  mapping=$(cloud lambda list-event-source-mappings --function-name "weir-$environment-lake-writer:live" \
    --query 'EventSourceMappings[0].UUID' --output text)
  keys=$(cloud s3api list-objects-v2 --bucket "$(bucket failed)" --prefix "aws/lambda/$mapping/" \
    --query 'sort_by(Contents || `[]`, &LastModified)[].[Key]' --output text)
  [[ -n $keys && $keys != None ]] || { say "no batch of the lake-writer has failed"; return; }
  confirm "Hand $(wc -l <<<"$keys") batches to the lake-writer again?"
  work=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  while read -r key; do
    replay_one "$key" "$work"
    count=$((count + 1))
  done <<<"$keys"
  say "replayed $count batches"
}

replay_one() {
  local outcome
  cloud s3 cp "s3://$(bucket failed)/$1" - --only-show-errors | jq -er .payload > "$2/payload" ||
    complain "$1 is no report of a failed batch"
  outcome=$(cloud lambda invoke --function-name "weir-$environment-lake-writer:live" --payload "fileb://$2/payload" \
    --query FunctionError --output text "$2/answer")
  [[ $outcome == None ]] || complain "the batch $1 failed again; see docs/operations/incidents.md#errors-lake-writer"
  cloud s3api delete-object --bucket "$(bucket failed)" --key "$1" >/dev/null
  say "landed $1"
}
