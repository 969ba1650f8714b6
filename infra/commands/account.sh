# What every command that speaks to AWS begins with.

# Sets 'environment', 'region', 'version' and 'templates' from the release; needs no AWS.
choose_environment() {
  [[ -n ${1:-} && $1 != -* ]] || complain "which environment? infra/ops $command ENV; there are: $(environments)"
  templates="$release/$1"
  if [[ ! -f $templates/environment ]]; then
    complain "the release in $release has no environment '$1'; it has: $(environments)." \
      "Write infra/environments/$1.yaml and run 'infra/ops release', or set WEIR_RELEASE to where a release is."
  fi
  environment=$(sed -n 's/^name=//p' "$templates/environment")
  region=$(sed -n 's/^region=//p' "$templates/environment")
  version=$(cat "$release/version")
}

environments() {
  local file names=""
  for file in "$release"/*/environment; do
    [[ -f $file ]] && names+=" $(basename "$(dirname "$file")")"
  done
  printf '%s' "${names:-" none, for there is no release"}"
}

# The first call to AWS: who we are. Everything before it works offline.
enter_account() {
  command -v aws >/dev/null || complain "needs the AWS CLI, version 2, and found no 'aws' in PATH." \
    "See https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
  aws --version 2>&1 | grep -q '^aws-cli/2' || complain "needs the AWS CLI, version 2; this is $(aws --version 2>&1)."
  account=$(cloud sts get-caller-identity --query Account --output text 2>/dev/null) ||
    complain "AWS does not know you: no valid credentials were found." \
      "Run 'aws configure sso' or 'aws sso login', or set AWS_PROFILE; then 'aws sts get-caller-identity' must answer."
}

cloud() {
  aws --region "$region" "$@"
}

bucket() {
  printf 'weir-%s-%s-%s' "$environment" "$1" "$account"
}

confirm() {
  [[ ${yes:-} == yes ]] && return
  local answer
  read -r -p "$1 [y/N] " answer || answer=n
  [[ $answer == y || $answer == yes ]] || complain "nothing was changed"
}

stack_status() {
  cloud cloudformation describe-stacks --stack-name "weir-$environment-$1" \
    --query 'Stacks[0].StackStatus' --output text 2>/dev/null || printf 'NONE'
}

# Whether there is a stack that was made at least once. One that could not be made is listed, too, and holds nothing.
is_deployed() {
  case $(stack_status "$1") in
    NONE | REVIEW_IN_PROGRESS | CREATE_IN_PROGRESS | CREATE_FAILED | ROLLBACK_* | DELETE_*) return 1 ;;
  esac
}

# Whether the API may write its log. A REST API does so with a role that belongs to the account and the region: other
# APIs use it too, so no stack of ours sets it.
may_log_requests() {
  grep -qs 'AWS::ApiGateway::Stage' "$templates/app.json" || return 0
  [[ $(cloud apigateway get-account --query cloudwatchRoleArn --output text 2>/dev/null) == arn:* ]]
}

how_to_log_requests() {
  cat <<TXT
API Gateway has no role in $region to write logs with, and a REST API needs one. It is set once for all APIs of the account:
  aws iam create-role --role-name apigateway-logs --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
  aws iam attach-role-policy --role-name apigateway-logs --policy-arn arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs
  aws apigateway update-account --region $region --patch-operations op=replace,path=/cloudwatchRoleArn,value=arn:aws:iam::$account:role/apigateway-logs
TXT
}

output_of() {
  local value
  value=$(cloud cloudformation describe-stacks --stack-name "weir-$environment-$1" \
    --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text) || value=None
  [[ -n $value && $value != None ]] ||
    complain "weir-$environment-$1 has no $2: it is not deployed; 'infra/ops deploy $environment' does it"
  printf '%s\n' "$value"
}

# An option's value must be there.
given() {
  [[ -n ${2:-} ]] || complain "$1 needs a value; see infra/ops $command --help"
}

# Of standard input, in hex.
sha256() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c 1-64
}
