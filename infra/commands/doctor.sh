help_doctor() {
  cat <<'TXT'
infra/ops doctor ENV

Checks what the other commands need: the release, the AWS CLI, credentials, the region, the stacks, the files of
settings, the pseudonym keys, whether Lambda has as many instances for the account as functions reserve and, for a REST
API, its role for logs. Says for each what is wrong and what to do. Changes nothing. Exit status 1, if anything is missing.
TXT
}

run_doctor() {
  choose_environment "${1:-}"
  say "ok    release $version, environment $environment, region $region"
  enter_account
  say "ok    account $account"
  local name bad=0
  for name in "${stacks[@]}"; do
    examine_stack "$name"
  done
  for name in write-keys.json privacy-keys.json evidence-key.json issuers.json; do
    examine_settings "$name"
  done
  examine_pseudonym_keys
  examine_concurrency
  may_log_requests || wants "$(how_to_log_requests)"
  return $bad
}

wants() {
  say "to do $*"
  bad=1
}

is_wrong() {
  say "wrong $*"
  bad=1
}

examine_stack() {
  local status
  status=$(stack_status "$1")
  case $status in
    NONE | REVIEW_IN_PROGRESS) wants "stack $1 is not there; 'infra/ops deploy $environment' makes it" ;;
    ROLLBACK_COMPLETE)
      is_wrong "stack $1 could not be made ($status); its events in CloudFormation say why." \
        "Mend the cause; 'infra/ops deploy $environment' clears it away and makes it again"
      ;;
    *_COMPLETE) say "ok    stack $1: $status" ;;
    *) is_wrong "stack $1: $status; look at its events in CloudFormation" ;;
  esac
}

examine_settings() {
  if is_deployed data && has_settings "$1"; then
    say "ok    $1"
  else
    wants "$1 is not there; 'infra/ops deploy $environment' makes it"
  fi
}

examine_pseudonym_keys() {
  if is_deployed data && has_pseudonym_keys; then
    say "ok    pseudonym keys"
  else
    wants "there are no pseudonym keys; 'infra/ops deploy $environment' makes them"
  fi
}

# Lambda reserves instances for a function, or keeps them warm, only as long as this many are left for all others.
left_for_others=100

examine_concurrency() {
  local reserved warm needed settings limit free
  reserved=$(sum_in_app ReservedConcurrentExecutions)
  warm=$(sum_in_app ProvisionedConcurrentExecutions)
  needed=$((left_for_others + reserved + warm))
  if ! settings=$(cloud lambda get-account-settings --output text \
    --query 'AccountLimit.[ConcurrentExecutions,UnreservedConcurrentExecutions]'); then
    is_wrong "cannot read how many instances Lambda has for the account; allow lambda:GetAccountSettings"
    return
  fi
  read -r limit free <<<"$settings"
  # What is deployed has its share already.
  ! is_deployed app || free=$((free + reserved))
  if ((free >= needed)); then
    say "ok    concurrency: Lambda has $limit instances, of which $free are free for Weir; it needs $needed"
  else
    is_wrong "$(how_to_raise_concurrency)"
  fi
}

# In the release's template.
sum_in_app() {
  { grep -soE "\"$1\" *: *[0-9]+" "$templates/app.json" || true; } | awk -F: '{ sum += $2 } END { print sum + 0 }'
}

how_to_raise_concurrency() {
  local wanted=$((limit + needed - free))
  ((wanted >= 1000)) || wanted=1000
  cat <<TXT
concurrency: Lambda has $limit instances for the account in $region, and $free of them are not reserved by other functions.
Weir needs $needed: it reserves $reserved, keeps $warm warm, and Lambda insists that $left_for_others are left. Without them the stack app cannot
be made. Ask for a higher quota 'Concurrent executions' of AWS Lambda, and wait until it is granted:
  aws service-quotas request-service-quota-increase --region $region --service-code lambda --quota-code L-B99A9384 --desired-value $wanted
TXT
}
