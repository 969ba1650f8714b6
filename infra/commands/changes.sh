# A stack is changed by a change set that somebody has seen.

# What holds data and must neither be replaced nor removed.
stateful='AWS::S3::Bucket|AWS::Kinesis::Stream|AWS::DynamoDB::Table|AWS::KMS::Key|AWS::SQS::Queue|AWS::SecretsManager::Secret'

# Sets 'changed_stack' and 'outcome': 'changes', which are in 'changes'; 'none'; or 'early', where parameters are missing
# that an earlier stack makes, which are in 'missing'. Whatever else CloudFormation answers ends the command.
change_set() {
  local kind=UPDATE reason
  local -a parameters=()
  changed_stack="weir-$environment-$1"
  case $(stack_status "$1") in
    NONE) kind=CREATE ;;
    REVIEW_IN_PROGRESS) remove_left_over; kind=CREATE ;;
    ROLLBACK_COMPLETE) clear_away; kind=CREATE ;;
    *) remove_left_over ;;
  esac
  [[ $1 != observability ]] || alarm_address "$kind"
  if ! reason=$(request_change_set "$1" "$kind"); then
    forget_empty_stack "$1"
  elif ! cloud cloudformation wait change-set-create-complete --stack-name "$changed_stack" --change-set-name weir-ops \
    2>/dev/null; then
    reason=$(described StatusReason) || exit 1
    discard "$1"
  else
    changes=$(described 'Changes[].ResourceChange.[Action,Replacement,ResourceType,LogicalResourceId]') || exit 1
    outcome=changes
    return
  fi
  without_change_set "$reason"
}

without_change_set() {
  case $1 in
    *"didn't contain changes"* | *"No updates are to be performed"*) outcome=none ;;
    *"Unable to fetch parameters"*) outcome=early missing=$(missing_parameters "$1") ;;
    *) complain "CloudFormation cannot change $changed_stack: $1" ;;
  esac
}

# Their names in Systems Manager, as CloudFormation lists them.
missing_parameters() {
  sed -n 's/.*Unable to fetch parameters \[\([^]]*\)\].*/\1/p' <<<"$1"
}

# A command that is interrupted at its question leaves its change set, and there can be only one of a name.
remove_left_over() {
  cloud cloudformation delete-change-set --stack-name "$changed_stack" --change-set-name weir-ops >/dev/null 2>&1 || true
}

# CloudFormation deletes no stack that is protected, though it could not be made.
clear_away() {
  say "$changed_stack could not be made the last time; clearing away what is left of that"
  cloud cloudformation update-termination-protection --no-enable-termination-protection \
    --stack-name "$changed_stack" >/dev/null
  cloud cloudformation delete-stack --stack-name "$changed_stack"
  cloud cloudformation wait stack-delete-complete --stack-name "$changed_stack" || complain "cannot remove $changed_stack"
}

# The address that was given; else the one that the stack has, which may have been given to an earlier deployment. Left
# out, it would be the template's again.
alarm_address() {
  local known
  if [[ -n ${alarm_email:-} ]]; then
    parameters=(--parameters "ParameterKey=AlarmEmail,ParameterValue=$alarm_email")
    return
  fi
  [[ $1 == UPDATE ]] || return 0
  known=$(cloud cloudformation describe-stacks --stack-name "$changed_stack" --output text \
    --query "Stacks[0].Parameters[?ParameterKey=='AlarmEmail'].ParameterKey") ||
    complain "cannot read which parameters $changed_stack has; run the command again"
  [[ $known == AlarmEmail ]] || return 0
  say "alarms keep their address; 'infra/ops deploy $environment --alarm-email ADDRESS' changes it"
  parameters=(--parameters "ParameterKey=AlarmEmail,UsePreviousValue=true")
}

# Prints why it was refused, if it was.
request_change_set() {
  cloud cloudformation create-change-set --stack-name "$changed_stack" --change-set-name weir-ops --change-set-type "$2" \
    --capabilities CAPABILITY_NAMED_IAM ${parameters[@]+"${parameters[@]}"} \
    --template-url "https://$(bucket releases).s3.$region.amazonaws.com/releases/$version/$1.json" 2>&1 >/dev/null
}

# What cannot be read is no change set without changes: it would pass as one that costs no data.
described() {
  cloud cloudformation describe-change-set --stack-name "$changed_stack" --change-set-name weir-ops --output text \
    --query "$1" || complain "cannot read the change set of $changed_stack, so it was not applied; run the command again"
}

print_changes() {
  say "$changed_stack:"
  printf '%s\n' "$changes" | sed 's/^/  /' >&2
}

# Status 0, if the changes would cost data.
refuses_changes() {
  local lost
  lost=$(printf '%s\n' "$changes" | awk -v stateful="^($stateful)$" \
    '$3 ~ stateful && ($1 == "Remove" || $2 == "True" || $2 == "Conditional") { print $4 }')
  [[ -n $lost ]] || return 1
  say "refused: this would replace or remove what holds data: $(echo $lost)"
  say "Change the environment back, or move the data first; see docs/operations/upgrade.md."
}

discard() {
  cloud cloudformation delete-change-set --stack-name "$changed_stack" --change-set-name weir-ops
  forget_empty_stack "$1"
}

# A stack that has only been looked at is no stack.
forget_empty_stack() {
  [[ $(stack_status "$1") != REVIEW_IN_PROGRESS ]] || cloud cloudformation delete-stack --stack-name "$changed_stack"
}

apply() {
  change_set "$1"
  case $outcome in
    none)
      say "$changed_stack: no change"
      return
      ;;
    early)
      complain "$changed_stack needs $missing in Systems Manager, which the stacks before it make." \
        "'infra/ops doctor $environment' says which of them are not there; 'infra/ops deploy $environment' makes them."
      ;;
  esac
  print_changes
  if refuses_changes; then
    discard "$1"
    exit 2
  fi
  [[ ${yes:-} == yes ]] || (confirm "Do this?") || { discard "$1"; exit 1; }
  execute_change_set "$1"
}

execute_change_set() {
  local before
  before=$(stack_status "$1")
  cloud cloudformation execute-change-set --stack-name "$changed_stack" --change-set-name weir-ops
  if [[ $before == REVIEW_IN_PROGRESS ]]; then
    cloud cloudformation wait stack-create-complete --stack-name "$changed_stack" || failed "$1"
  else
    cloud cloudformation wait stack-update-complete --stack-name "$changed_stack" || failed "$1"
  fi
  cloud cloudformation update-termination-protection --enable-termination-protection \
    --stack-name "$changed_stack" >/dev/null
}

failed() {
  say "what went wrong in $changed_stack:"
  causes >&2 || say "  its events cannot be read"
  local status
  status=$(stack_status "$1")
  case $status in
    ROLLBACK_COMPLETE)
      complain "$changed_stack could not be made ($status). Mend the cause and deploy again, which clears it away first."
      ;;
    UPDATE_ROLLBACK_COMPLETE)
      complain "$changed_stack is back at what it was ($status). Mend the cause and deploy again."
      ;;
    *) complain "$changed_stack is neither what it was nor what it is to be ($status); its events in CloudFormation say more." ;;
  esac
}

# What failed since the stack was last begun, the first things first. CloudFormation cancels whatever else is under way
# then; of that it says no cause, and lists the newest first.
causes() {
  cloud cloudformation describe-stack-events --stack-name "$changed_stack" --output text \
    --query 'StackEvents[].[LogicalResourceId,ResourceStatus,ResourceStatusReason]' |
    awk -F '\t' -v stack="$changed_stack" '
      begun { next }
      # A reason may have several lines.
      NF < 3 { if (failing) cause[n] = cause[n] " " $0; next }
      { failing = $2 ~ /FAILED/ && $3 !~ /^Resource [a-z]+ cancelled/ }
      failing { cause[++n] = "  " $1 ": " $3 }
      $1 == stack && $2 ~ /^(CREATE|UPDATE)_IN_PROGRESS$/ { begun = 1 }
      END { for (i = n; i > 0 && i > n - 5; i--) print cause[i] }'
}
