# A stack is changed by a change set that somebody has seen.

# What holds data and must neither be replaced nor removed.
stateful='AWS::S3::Bucket|AWS::Kinesis::Stream|AWS::DynamoDB::Table|AWS::KMS::Key|AWS::SQS::Queue|AWS::SecretsManager::Secret'

# Sets 'changes'. Status 1, if there are none.
change_set() {
  local name kind=UPDATE reason
  name="weir-$environment-$1"
  case $(stack_status "$1") in
    NONE | REVIEW_IN_PROGRESS) kind=CREATE ;;
    ROLLBACK_COMPLETE)
      say "$name could not be made the last time; clearing away what is left of that"
      cloud cloudformation delete-stack --stack-name "$name"
      cloud cloudformation wait stack-delete-complete --stack-name "$name" || complain "cannot remove $name"
      kind=CREATE
      ;;
  esac
  local -a parameters=()
  [[ $1 == observability && -n ${alarm_email:-} ]] &&
    parameters=(--parameters "ParameterKey=AlarmEmail,ParameterValue=$alarm_email")
  cloud cloudformation create-change-set --stack-name "$name" --change-set-name weir-ops --change-set-type "$kind" \
    --capabilities CAPABILITY_NAMED_IAM ${parameters[@]+"${parameters[@]}"} \
    --template-url "https://$(bucket releases).s3.$region.amazonaws.com/releases/$version/$1.json" >/dev/null ||
    complain "CloudFormation does not take the change of $name; the reason is above"
  if ! cloud cloudformation wait change-set-create-complete --stack-name "$name" --change-set-name weir-ops 2>/dev/null; then
    reason=$(cloud cloudformation describe-change-set --stack-name "$name" --change-set-name weir-ops \
      --query StatusReason --output text)
    discard "$1"
    [[ $reason == *"didn't contain changes"* || $reason == *"No updates are to be performed"* ]] && return 1
    complain "CloudFormation cannot change $name: $reason"
  fi
  changes=$(cloud cloudformation describe-change-set --stack-name "$name" --change-set-name weir-ops --output text \
    --query 'Changes[].ResourceChange.[Action,Replacement,ResourceType,LogicalResourceId]')
  changed_stack=$name
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
  local name="weir-$environment-$1"
  cloud cloudformation delete-change-set --stack-name "$name" --change-set-name weir-ops
  # A stack that has only been looked at is no stack.
  [[ $(stack_status "$1") == REVIEW_IN_PROGRESS ]] && cloud cloudformation delete-stack --stack-name "$name"
  return 0
}

apply() {
  if ! change_set "$1"; then
    say "weir-$environment-$1: no change"
    return
  fi
  print_changes
  if refuses_changes; then
    discard "$1"
    exit 2
  fi
  [[ ${yes:-} == yes ]] || (confirm "Do this?") || { discard "$1"; exit 1; }
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
  cloud cloudformation describe-stack-events --stack-name "$changed_stack" --output text \
    --query "StackEvents[?contains(ResourceStatus,'FAILED')].[LogicalResourceId,ResourceStatusReason]" | head -n 5 >&2
  complain "$changed_stack is back at what it was ($(stack_status "$1")). Mend the cause and deploy again."
}
