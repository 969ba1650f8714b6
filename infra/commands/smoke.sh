# One made-up person through everything: in at the door, counted, landed, and erased again.

help_smoke() {
  cat <<'TXT'
infra/ops smoke ENV [--key KEY] [--server-key KEY] [--privacy-key KEY]

Posts one event of ott-streaming for a person that is made up, with a client's write key, and checks that

  1. it is accepted,
  2. the counter playback_starts_per_minute goes up,           with a server's write key
  3. Athena finds its row, within 5 minutes,
  4. an erasure of the person is taken, and completes,         with a privacy key
  5. Athena finds no row any more.

An erasure takes up to a quarter of an hour: the privacy function runs every 5 minutes, twice. Keys that are not given are
asked for, and not shown; an empty one leaves its steps out, and the end says so. Exit status 1, if a step fails. Needs
curl. 'infra/ops keys create' makes keys.
TXT
}

run_smoke() {
  choose_environment "${1:-}"
  shift
  local key="" server_key="" privacy_key="" asked=""
  while [[ $# -gt 0 ]]; do
    case $1 in
      --key) given "$@"; key=$2; asked=no; shift 2 ;;
      --server-key) given "$@"; server_key=$2; shift 2 ;;
      --privacy-key) given "$@"; privacy_key=$2; shift 2 ;;
      *) complain "smoke does not know '$1'; see infra/ops smoke --help" ;;
    esac
  done
  command -v curl >/dev/null || complain "needs curl"
  enter_account
  if [[ -z $asked ]]; then
    read -r -s -p "write key of ott-streaming, of a client: " key || true
    [[ -n $server_key ]] || read -r -s -p "write key of ott-streaming, of a server: " server_key || true
    [[ -n $privacy_key ]] || read -r -s -p "privacy key of ott-streaming: " privacy_key || true
  fi
  local url id now before="" left_out=""
  url=$(output_of app Url)
  id=$(random_uuid)
  now=$(date -u +%Y-%m-%dT%H:%M:%S.000Z)
  [[ -z $server_key ]] || before=$(counted "${now:0:16}")
  smoke_send
  if [[ -n $server_key ]]; then wait_for_count "${now:0:16}" "$before"; else left_out+=" counter"; fi
  wait_for_rows "$id" "${now%%T*}" 1
  say "the row is in the lake"
  if [[ -n $privacy_key ]]; then smoke_erase; else left_out+=" erasure"; fi
  say "$environment works${left_out:+, as far as was asked for; left out:$left_out}"
}

# A request with a key. The key is given to curl by a pipe, since arguments are seen by everybody on the machine.
smoke_call() {
  local with=$1
  shift
  printf 'header = "X-Write-Key: %s"\n' "$with" | curl --silent --show-error --max-time 30 --config - \
    --header 'Content-Type: application/json' "$@" ||
    complain "no answer from $url; is it deployed? 'infra/ops doctor $environment'"
}

smoke_send() {
  local answer
  answer=$(smoke_call "$key" --data "$(smoke_event)" "$url/v1/events")
  [[ $answer == *'"accepted":1'* ]] || complain "the event was not accepted: $answer." \
    "401: make a key with 'infra/ops keys create $environment ott-streaming client'."
  if [[ $answer == *'"stream":"queued"'* ]]; then
    say "accepted, and queued: the stream is throttled; see docs/operations/incidents.md#stream-throttled"
  else
    say "accepted"
  fi
}

smoke_event() {
  printf '{"events":[{"event_id":"%s","event_name":"playback.started","client_timestamp":"%s","session_id":"smoke-%s",' \
    "$id" "$now" "$id"
  printf '"user_id":"smoke-%s","platform":"web","market":"DE","consent":{"analytics":true},' "$id"
  printf '"properties":{"content_id":"smoke-test","content_type":"vod","start_time_ms":1,"cdn":"smoke-test"}}]}'
}

# How many starts were counted since this minute. Windows without events are left out, so an answer may have no count.
counted() {
  local answer
  answer=$(smoke_call "$server_key" --write-out ' (status %{http_code})' \
    "$url/v1/counters/ott-streaming/playback_starts_per_minute?from=$1:00Z") || exit 1
  [[ $answer == *'"points":'* ]] || complain "the counters do not answer: $answer. 401 or 403: make a key with" \
    "'infra/ops keys create $environment ott-streaming server'; else see docs/operations/incidents.md#errors-counters-api"
  { grep -o '"count": *[0-9]*' <<<"$answer" || true; } | awk -F: '{ sum += $2 } END { print sum + 0 }'
}

wait_for_count() {
  local try count
  for ((try = 0; try < ${WEIR_SMOKE_TRIES:-30}; try++)); do
    count=$(counted "$1")
    if ((count > $2)); then
      say "the counter went up"
      return
    fi
    sleep "${WEIR_SMOKE_PAUSE:-10}"
  done
  complain "the event was accepted, and is not counted. See docs/operations/incidents.md#behind-counters"
}

# Waits until Athena finds so many rows of the event.
wait_for_rows() {
  local try
  for ((try = 0; try < ${WEIR_SMOKE_TRIES:-30}; try++)); do
    [[ $(ask_athena "select count(*) from bronze_events where product = 'ott-streaming' and dt >= '$2' and event_id = '$1'") != "$3" ]] || return 0
    sleep "${WEIR_SMOKE_PAUSE:-10}"
  done
  if [[ $3 == 1 ]]; then
    complain "the event was accepted, and is not in the lake yet. See docs/operations/incidents.md#lake-stale"
  fi
  complain "the person was erased, and Athena still finds the row. See docs/operations/incidents.md#erased-in-part"
}

smoke_erase() {
  local answer request try
  answer=$(smoke_call "$privacy_key" --data \
    "{\"type\":\"erasure\",\"subject\":{\"kind\":\"user\",\"id\":\"smoke-$id\"}}" "$url/v1/privacy/requests")
  request=$(sed -nE 's/.*"id": *"([0-9a-f-]+)".*/\1/p' <<<"$answer")
  [[ -n $request ]] || complain "the erasure was not taken: $answer." \
    "401: make a key with 'infra/ops keys create $environment ott-streaming privacy'."
  say "asked for erasure, request $request; that takes up to a quarter of an hour"
  for ((try = 0; try < ${WEIR_SMOKE_ERASE_TRIES:-100}; try++)); do
    answer=$(smoke_call "$privacy_key" "$url/v1/privacy/requests/$request")
    case $answer in
      *'"status":"complete"'*)
        wait_for_rows "$id" "${now%%T*}" 0
        say "the person is erased, and the row is gone"
        return
        ;;
      *'"status":"partial"'*) complain "the erasure is partial. See docs/operations/incidents.md#erased-in-part" ;;
    esac
    sleep "${WEIR_SMOKE_PAUSE:-10}"
  done
  complain "the erasure does not complete. See docs/operations/incidents.md#not-run-privacy"
}

random_uuid() {
  local hex
  hex=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s-%s-4%s-a%s-%s' "${hex:0:8}" "${hex:8:4}" "${hex:13:3}" "${hex:17:3}" "${hex:20:12}"
}
