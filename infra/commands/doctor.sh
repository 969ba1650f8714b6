help_doctor() {
  cat <<'TXT'
infra/ops doctor ENV

Checks what the other commands need: the release, the AWS CLI, credentials, the region, the stacks, the files of
settings, the pseudonym keys and, for a REST API, its role for logs. Says for each what is wrong and what to do. Changes nothing. Exit status 1, if anything is missing.
TXT
}

run_doctor() {
  choose_environment "${1:-}"
  say "ok    release $version, environment $environment, region $region"
  enter_account
  say "ok    account $account"
  local stack status file bad=0
  for stack in "${stacks[@]}"; do
    status=$(stack_status "$stack")
    case $status in
      NONE) say "to do stack $stack is not there; 'infra/ops deploy $environment' makes it"; bad=1 ;;
      *_COMPLETE) say "ok    stack $stack: $status" ;;
      *) say "wrong stack $stack: $status; look at its events in CloudFormation"; bad=1 ;;
    esac
  done
  for file in write-keys.json privacy-keys.json evidence-key.json issuers.json; do
    if [[ $(stack_status data) != NONE ]] && has_settings "$file"; then
      say "ok    $file"
    else
      say "to do $file is not there; 'infra/ops deploy $environment' makes it"
      bad=1
    fi
  done
  if [[ $(stack_status data) != NONE ]] && has_pseudonym_keys; then
    say "ok    pseudonym keys"
  else
    say "to do there are no pseudonym keys; 'infra/ops deploy $environment' makes them"
    bad=1
  fi
  if ! may_log_requests; then
    say "to do $(how_to_log_requests)"
    bad=1
  fi
  return $bad
}
