help_cost() {
  cat <<'TXT'
infra/ops cost --events-per-sec N [--profile steady|on-demand] [--assume NAME=VALUE]...

What a month would cost at an even rate of N events a second, by what it is for. Prices are in the newest infra/cost/
prices-*.tsv, assumptions in infra/cost/assumptions.tsv; both say where they come from. Speaks to nobody.

  --profile   how the stream is provisioned; default: steady
  --assume    another value for a line of assumptions.tsv, such as events_per_request=1
TXT
}

run_cost() {
  local events="" profile=steady assume="" format=${WEIR_COST_FORMAT:-table}
  while [[ $# -gt 0 ]]; do
    case $1 in
      --events-per-sec) given "$@"; events=$2; shift 2 ;;
      --profile) given "$@"; profile=$2; shift 2 ;;
      --assume) given "$@"; assume+="${assume:+,}$2"; shift 2 ;;
      *) complain "cost does not know '$1'; see infra/ops cost --help" ;;
    esac
  done
  [[ $events =~ ^[0-9]+([.][0-9]+)?$ ]] || complain "how many? infra/ops cost --events-per-sec N, with a number"
  [[ $profile == steady || $profile == on-demand ]] || complain "the profile must be steady or on-demand, is '$profile'"
  local file prices=""
  for file in "$home"/cost/prices-*.tsv; do
    prices=$file
  done
  [[ $format == table ]] && say "prices: $(basename "$prices"); stream: $profile"
  LC_ALL=C awk -v events="$events" -v profile="$profile" -v assume="$assume" -v format="$format" \
    -f "$home/cost/model.awk" "$prices" "$home/cost/assumptions.tsv"
}
