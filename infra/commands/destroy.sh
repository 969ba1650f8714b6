help_destroy() {
  cat <<'TXT'
infra/ops destroy ENV [--with-data]

Removes what runs and what watches: functions, API, schedules, alarms. Data stays: stream, queues, lake, tables, audit log,
secret and key, and 'infra/ops deploy' finds them again.

  --with-data   removes the data, too, after you have typed the environment's name. Nothing brings it back. The audit
                log stays for as long as its lock lasts; the key and the pseudonym keys are deleted after 30 days, until
                which you can keep them.
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
    say "removed; the data is still there"
    return
  fi
  remove_data
}

remove_stack() {
  local name="weir-$environment-$1"
  if [[ $(stack_status "$1") == NONE ]]; then
    say "$name is not there"
    return
  fi
  cloud cloudformation update-termination-protection --no-enable-termination-protection --stack-name "$name" >/dev/null
  cloud cloudformation delete-stack --stack-name "$name"
  cloud cloudformation wait stack-delete-complete --stack-name "$name" ||
    complain "$name could not be removed; its events in CloudFormation say why. Run the command again afterwards."
  say "removed $name"
}

remove_data() {
  local key name
  key=$(cloud ssm get-parameter --name "/weir/$environment/data-key-arn" --query Parameter.Value --output text)
  remove_stack data
  cloud kinesis delete-stream --stream-name "weir-$environment-events" --enforce-consumer-deletion
  for name in counters intake privacy objections; do
    cloud dynamodb update-table --table-name "weir-$environment-$name" --no-deletion-protection-enabled >/dev/null
    cloud dynamodb wait table-exists --table-name "weir-$environment-$name"
    cloud dynamodb delete-table --table-name "weir-$environment-$name" >/dev/null
  done
  for name in surge surge-dead; do
    cloud sqs delete-queue --queue-url "https://sqs.$region.amazonaws.com/$account/weir-$environment-$name"
  done
  cloud secretsmanager delete-secret --secret-id "weir-$environment-pseudonym-keys" --recovery-window-in-days 30 >/dev/null
  remove_stack releases
  for name in lake quarantine failed exports results settings releases audit; do
    remove_bucket "$(bucket "$name")"
  done
  cloud kms schedule-key-deletion --key-id "$key" --pending-window-in-days 30 >/dev/null
  say "the data of $environment is gone; 'aws kms cancel-key-deletion' keeps the key, for 30 days"
}

# A bucket with every version of everything in it; one that is locked stays.
remove_bucket() {
  local work kind
  work=$(mktemp)
  for kind in Versions DeleteMarkers; do
    while :; do
      cloud s3api list-object-versions --bucket "$1" --max-items 1000 --output json \
        --query "{Objects: $kind[].{Key: Key, VersionId: VersionId}, Quiet: \`true\`}" > "$work"
      grep -q '"Key"' "$work" || break
      if cloud s3api delete-objects --bucket "$1" --delete "file://$work" --output json | grep -q '"Errors"'; then
        say "$1 stays: objects in it are locked"
        rm -f "$work"
        return
      fi
    done
  done
  rm -f "$work"
  cloud s3api delete-bucket --bucket "$1" && say "removed $1"
}
