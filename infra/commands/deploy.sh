help_plan() {
  cat <<'TXT'
infra/ops plan ENV

Makes a change set for each stack that would change, prints it, and deletes it again. Exit status 2, if a change would
replace or remove something that holds data: key, secret, stream, queue, bucket or table. Nothing is changed, but for the bucket of
releases, which is made if it is missing, and filled; and what is left of a stack that could not be made is cleared away.

A stack that needs parameters of a stack before it cannot be planned until that is deployed: before the first deployment
only the data stack can. Plan says so, and goes on with the others.
TXT
}

help_deploy() {
  cat <<'TXT'
infra/ops deploy ENV [--yes] [--alarm-email ADDRESS]

Uploads the release, and makes or updates the stacks in order: releases, data, app, observability. Each stack is shown
as a change set first; --yes does not ask. What would replace or remove something that holds data is refused. A stack
that cannot be updated goes back to what it was by itself; one that could not be made is cleared away by the next deploy.

The first time it also makes the files of settings: no write keys and no privacy keys, a fresh key that evidence is
signed with (which takes openssl 1.1.1 or later), the environment's issuers; and a fresh pseudonym key, in Secrets Manager. Later it uploads the
issuers again, makes what is missing, and leaves the keys as they are. Functions read them when they start.

Athena's views are made anew where the release has others; the first time that takes some minutes.

  --alarm-email ADDRESS   for alarms. Without it the first deployment takes the one in the environment, and later ones,
                          like rollback, leave it as it is
TXT
}

run_plan() {
  choose_environment "${1:-}"
  enter_account
  upload
  local stack bad=0
  for stack in data app observability; do
    plan_stack "$stack"
  done
  return $bad
}

plan_stack() {
  change_set "$1"
  case $outcome in
    changes)
      print_changes
      ! refuses_changes || bad=2
      discard "$1"
      ;;
    none) say "$changed_stack: no change" ;;
    early)
      say "$changed_stack: can be planned once the stack that makes $missing is deployed;" \
        "'infra/ops deploy $environment' shows its changes then, before it asks"
      ;;
  esac
}

run_deploy() {
  choose_environment "${1:-}"
  shift
  while [[ $# -gt 0 ]]; do
    case $1 in
      --yes) yes=yes; shift ;;
      --alarm-email) given "$@"; alarm_email=$2; shift 2 ;;
      *) complain "deploy does not know '$1'; see infra/ops deploy --help" ;;
    esac
  done
  enter_account
  may_log_requests || complain "$(how_to_log_requests)"
  say "deploying release $version to $environment in $region, account $account"
  upload
  apply data
  views
  settings
  apply app
  remember
  apply observability
  say "deployed; events go to $(output_of app Url)/v1/events. Try: infra/ops smoke $environment"
}

# The bucket first, then what belongs into it. Packages are named after their content, and never change.
upload() {
  changed_stack="weir-$environment-releases"
  case $(stack_status releases) in
    NONE) make_releases ;;
    ROLLBACK_COMPLETE) clear_away; make_releases ;;
  esac
  cloud s3 sync "$release/functions" "s3://$(bucket releases)/functions" --only-show-errors --size-only
  cloud s3 sync "$templates" "s3://$(bucket releases)/releases/$version" --only-show-errors
}

make_releases() {
  say "making the bucket of releases"
  cloud cloudformation create-stack --stack-name "$changed_stack" --enable-termination-protection \
    --template-body "file://$templates/releases.json" >/dev/null
  cloud cloudformation wait stack-create-complete --stack-name "$changed_stack" || failed releases
}

settings() {
  local bucket
  bucket=$(bucket settings)
  cloud s3 cp "$templates/issuers.json" "s3://$bucket/issuers.json" --only-show-errors
  has_settings write-keys.json || printf '{"keys":[]}' | put_settings write-keys.json
  has_settings privacy-keys.json || printf '{"keys":[]}' | put_settings privacy-keys.json
  has_pseudonym_keys || pseudonym_keys
  has_settings evidence-key.json || evidence_key
}

# The first version; or what a release before this one has left in the bucket of settings, all versions of it.
pseudonym_keys() {
  local kept
  if has_settings pseudonym-keys.json; then
    kept=$(get_settings pseudonym-keys.json) || complain "cannot read pseudonym-keys.json in $(bucket settings)"
    printf '%s' "$kept" | put_pseudonym_keys
    say "pseudonym keys are in Secrets Manager now; remove pseudonym-keys.json from $(bucket settings), with its versions"
    return
  fi
  printf '{"current":1,"keys":{"1":"%s"}}' "$(head -c 32 /dev/urandom | base64 | tr -d '\n')" | put_pseudonym_keys
}

# An Ed25519 key: its public half as X.509, its private half as PKCS #8.
evidence_key() {
  local private public
  private=$(openssl genpkey -algorithm ed25519 -outform DER 2>/dev/null | base64 | tr -d '\n') || true
  public=$(printf '%s' "$private" | base64 -d | openssl pkey -inform DER -pubout -outform DER 2>/dev/null |
    base64 | tr -d '\n') || true
  [[ -n $private && -n $public ]] || complain "needs openssl 1.1.1 or later, to make the key that evidence is signed with"
  printf '{"public":"%s","private":"%s"}' "$public" "$private" | put_settings evidence-key.json
}

# Which release is live, and which was before it. Noted as soon as its functions run, whatever becomes of the rest: a
# rollback goes back from what runs.
remember() {
  local live
  live=$(cloud ssm get-parameter --name "/weir/$environment/release" --query Parameter.Value --output text 2>/dev/null || true)
  [[ $live == "$version" ]] && return
  if [[ -n $live ]]; then
    cloud ssm put-parameter --name "/weir/$environment/release-before" --type String --overwrite --value "$live" >/dev/null
  fi
  cloud ssm put-parameter --name "/weir/$environment/release" --type String --overwrite --value "$version" >/dev/null
}
