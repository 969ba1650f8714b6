help_doctor() {
  cat <<'TXT'
infra/ops doctor ENV

Checks what the other commands need: the release, the AWS CLI, credentials, the region, the stacks, the files of
settings, the pseudonym keys and, for a REST API, its role for logs.
Says for each what is wrong and what to do. Changes nothing. Exit status 1, if anything is missing.
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
