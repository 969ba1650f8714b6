help_cost() {
  cat <<'TXT'
infra/ops cost --events-per-sec N [--profile steady|on-demand] [--api http|rest] [--assume NAME=VALUE]...

What a month would cost at an even rate of N events a second, by what it is for. Prices are in the newest infra/cost/
prices-*.tsv, CPU times of the functions in the newest measured-*.tsv, assumptions in assumptions.tsv beside them; all say
where they come from. Speaks to nobody.

  --profile   how the stream is provisioned; default: steady
  --api       front.api of the environment; default: http
  --assume    another value for a line of assumptions.tsv or measured-*.tsv, such as events_per_request=1
TXT
}

run_cost() {
  local events="" profile=steady api=http assume="" format=${WEIR_COST_FORMAT:-table}
  while [[ $# -gt 0 ]]; do
    case $1 in
      --events-per-sec) given "$@"; events=$2; shift 2 ;;
      --profile) given "$@"; profile=$2; shift 2 ;;
      --api) given "$@"; api=$2; shift 2 ;;
      --assume) given "$@"; assume+="${assume:+,}$2"; shift 2 ;;
      *) complain "cost does not know '$1'; see infra/ops cost --help" ;;
    esac
  done
  [[ $events =~ ^[0-9]+([.][0-9]+)?$ ]] || complain "how many? infra/ops cost --events-per-sec N, with a number"
  [[ $profile == steady || $profile == on-demand ]] || complain "the profile must be steady or on-demand, is '$profile'"
  [[ $api == http || $api == rest ]] || complain "the API must be http or rest, is '$api'"
  local file prices="" measured=""
  for file in "$home"/cost/prices-*.tsv; do
    prices=$file
  done
  for file in "$home"/cost/measured-*.tsv; do
    measured=$file
  done
  [[ $format == table ]] && say "prices: $(basename "$prices"); CPU times: $(basename "$measured"); stream: $profile; API: $api"
  LC_ALL=C awk -v events="$events" -v profile="$profile" -v api_kind="$api" -v assume="$assume" -v format="$format" \
    -f "$home/cost/model.awk" "$prices" "$measured" "$home/cost/assumptions.tsv"
}
