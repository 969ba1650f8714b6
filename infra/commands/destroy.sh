help_destroy() {
  cat <<'TXT'
infra/ops destroy ENV [--with-data]

Removes what runs and what watches: functions, API, schedules, alarms. Data stays: stream, queues, lake, tables, audit log,
secret and key, and 'infra/ops deploy' finds them again. The API has another URL then, and consumers read the stream again
from its oldest record: docs/operations/deploy.md#remove says what that does to the lake and to replays.

  --with-data   removes the data, too, after you have typed the environment's name. Nothing brings it back. What was
                interrupted goes on when you run the command again.

What stays with --with-data:

- the audit log, for as long as it is locked, with the key that it is encrypted with, and the public half of the key that
  evidence is signed with beside it, as evidence-public-key.json. Run the command again when the lock is over: it removes
  the log, and schedules the deletion of its key.
- the pseudonym keys for 30 days, and a key that is to be deleted for as long: until then you can keep them.

Until the pseudonym keys and the audit log are gone, an environment of the same name cannot be deployed: give it another name.
TXT
}

run_destroy() {
  choose_environment "${1:-}"
  local with_data=${2:-}
  [[ -z $with_data || $with_data == --with-data ]] || complain "destroy does not know '$with_data'; see infra/ops destroy --help"
  enter_account
  if [[ -n $with_data ]]; then
    local typed
    read -r -p "All events of $environment will be gone. Type its name to go on: " typed || typed=""
    [[ $typed == "$environment" ]] || complain "that is not its name; nothing was changed"
  else
    confirm "Remove functions, API and alarms of $environment? Its data stays."
  fi
  remove_stack observability
  remove_stack app
  if [[ -z $with_data ]]; then
    say "removed; the data is still there. Before you deploy again, see docs/operations/deploy.md#remove"
    return
  fi
  remove_data
}

remove_stack() {
  local name="weir-$environment-$1" status
  status=$(stack_status "$1")
  if [[ $status == NONE ]]; then
    say "$name is not there"
    return
  fi
  if [[ $status != DELETE_IN_PROGRESS ]]; then
    cloud cloudformation update-termination-protection --no-enable-termination-protection --stack-name "$name" >/dev/null
    cloud cloudformation delete-stack --stack-name "$name"
  fi
  cloud cloudformation wait stack-delete-complete --stack-name "$name" ||
    complain "$name could not be removed; its events in CloudFormation say why. Run the command again afterwards."
  say "removed $name"
}

# May end at any moment, and be run again.
remove_data() {
  local name
  # First: with the data go the views, and a deployment must not take them for made.
  cloud ssm delete-parameters --names "/weir/$environment/views" "/weir/$environment/release" \
    "/weir/$environment/release-before" >/dev/null
  remove_stack data
  remove_stream
  for name in counters intake privacy objections; do
    remove_table "weir-$environment-$name"
  done
  for name in surge surge-dead; do
    unless_gone sqs delete-queue --queue-url "https://sqs.$region.amazonaws.com/$account/weir-$environment-$name"
  done
  remove_pseudonym_keys
  remove_stack releases
  for name in lake quarantine failed exports results releases; do
    remove_bucket "$(bucket "$name")"
  done
  remove_audit_log
  remove_bucket "$(bucket settings)"
  say "the data of $environment is gone. Its name can be used again once the pseudonym keys are gone, too, in 30 days," \
    "and the audit log"
}

# What a call answers; nothing, if what it is about is not there.
unless_gone() {
  local why
  why=$(mktemp)
  cloud "$@" 2>"$why" && return
  grep -qE 'NotFound|NoSuch|NonExistent|DoesNotExist|\(404\)' "$why" ||
    complain "$(tr -s '\n' ' ' < "$why")Mend the cause and run the command again: it goes on from there."
}

remove_stream() {
  local name="weir-$environment-events" status
  status=$(unless_gone kinesis describe-stream-summary --stream-name "$name" \
    --query StreamDescriptionSummary.StreamStatus --output text)
  [[ $status == DELETING ]] || unless_gone kinesis delete-stream --stream-name "$name" --enforce-consumer-deletion
}

remove_table() {
  local state
  state=$(unless_gone dynamodb describe-table --table-name "$1" --output text \
    --query 'Table.[TableStatus,DeletionProtectionEnabled]')
  [[ -n $state && $state != DELETING* ]] || return 0
  cloud dynamodb wait table-exists --table-name "$1"
  if [[ $state == *True ]]; then
    cloud dynamodb update-table --table-name "$1" --no-deletion-protection-enabled >/dev/null
    cloud dynamodb wait table-exists --table-name "$1"
  fi
  unless_gone dynamodb delete-table --table-name "$1" >/dev/null
}

remove_pseudonym_keys() {
  local secret="weir-$environment-pseudonym-keys" deleted
  deleted=$(unless_gone secretsmanager describe-secret --secret-id "$secret" --query DeletedDate --output text)
  [[ $deleted != None ]] ||
    unless_gone secretsmanager delete-secret --secret-id "$secret" --recovery-window-in-days 30 >/dev/null
}

remove_bucket() {
  empty_bucket "$1" || complain "S3 does not delete all that is in $1: $(cat "$refusals")." \
    "Mend the cause and run the command again: it goes on from there."
  unless_gone s3api delete-bucket --bucket "$1"
  say "removed $1"
}

# Deletes every version of everything, a page at a time. Status 1, with S3's first words on it in the file 'refusals',
# if something stays.
empty_bucket() {
  local page
  page=$(mktemp)
  refusals=$(mktemp)
  while :; do
    unless_gone s3api list-object-versions --bucket "$1" --no-paginate --output json \
      --query '{Objects: [Versions, DeleteMarkers][].{Key: Key, VersionId: VersionId}, Quiet: `true`}' > "$page"
    grep -q '"Key"' "$page" || return 0
    cloud s3api delete-objects --bucket "$1" --delete "file://$page" --output text \
      --query '(Errors || `[]`)[:1].[Key,Code,Message]' > "$refusals" ||
      complain "cannot delete from $1. Mend the cause and run the command again: it goes on from there."
    ! grep -q . "$refusals" || return 1
  done
}

# It is locked, and encrypted with the data's key, which stays as long as it does. The bucket says which key that is, so
# it goes last.
remove_audit_log() {
  local log key end
  log=$(bucket audit)
  key=$(unless_gone s3api get-bucket-encryption --bucket "$log" --output text \
    --query 'ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.KMSMasterKeyID')
  if [[ -z $key ]]; then
    say "$log is not there"
    return
  fi
  end=$(locked_until "$log")
  if [[ -n $end ]] || ! empty_bucket "$log"; then
    keep_public_key "$log"
    end=$(locked_until "$log")
    say "$log stays while it is locked${end:+, until $end}, and so does its key $key: without it nobody could read" \
      "the log. Run 'infra/ops destroy $environment --with-data' again after that: it removes both."
    return
  fi
  forget_key "$key"
  unless_gone s3api delete-bucket --bucket "$log"
  say "removed $log"
}

# The day until which the newest object is locked; nothing, if it is not.
locked_until() {
  local newest end
  newest=$(cloud s3api list-objects-v2 --bucket "$1" --output json \
    --query 'sort_by(Contents || `[]`, &LastModified)[-1].Key' | tr -d '"') || complain "cannot list $1"
  [[ -n $newest && $newest != null ]] || return 0
  end=$(unless_gone s3api get-object-retention --bucket "$1" --key "$newest" \
    --query Retention.RetainUntilDate --output text) || exit 1
  end=${end%%T*}
  [[ $end < $(date -u +%F) ]] || printf '%s' "$end"
}

# Evidence is checked with it, and the settings, which have it, go.
keep_public_key() {
  local found public name=evidence-public-key.json
  found=$(unless_gone s3api head-object --bucket "$(bucket settings)" --key evidence-key.json --query ETag --output text)
  [[ -n $found ]] || return 0
  public=$(mktemp)
  keys_evidence > "$public"
  cloud s3api put-object --bucket "$1" --key "$name" --body "$public" --content-type application/json \
    --checksum-algorithm SHA256 >/dev/null
  say "evidence is checked with s3://$1/$name from now on; docs/operations/deploy.md#remove says how"
}

forget_key() {
  local state
  state=$(unless_gone kms describe-key --key-id "$1" --query KeyMetadata.KeyState --output text)
  [[ -n $state && $state != PendingDeletion ]] || return 0
  cloud kms schedule-key-deletion --key-id "$1" --pending-window-in-days 30 >/dev/null
  say "the key $1 is deleted in 30 days; 'aws kms cancel-key-deletion' keeps it"
}
