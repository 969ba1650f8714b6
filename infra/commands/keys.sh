help_keys() {
  cat <<'TXT'
infra/ops keys list ENV
infra/ops keys create ENV PRODUCT client|server [--tenant TENANT] [--origin https://HOST]...
infra/ops keys create ENV PRODUCT privacy [--tenant TENANT]
infra/ops keys revoke ENV SHA256
infra/ops keys rotate-pseudonyms ENV
infra/ops keys evidence ENV
infra/ops keys restart ENV

Write keys: 'create' prints a new key, once; only its SHA-256 is kept. PRODUCT is one that the release has. A client's key is
in an app and no secret; one with --origin is refused to pages of other origins, which are written as browsers send them: in
lower case, without a path, with a port where the page's address has one; https://*.example.com is every host below it. TENANT
is 'default', if you do not say. 'revoke' takes the first digits of a hash, at least 8, as 'list' shows them.

Privacy keys: 'privacy' in place of a source makes a key that may ask for people of the product and tenant to be
erased. It cannot send events, and no write key can ask. 'revoke' removes it.

Pseudonym keys are a secret of Secrets Manager: 'rotate-pseudonyms' adds a version of the key and makes it current. From then on the same person has another
pseudonym; the older versions stay, for erasure must find what they made.

Evidence: 'evidence' prints the public half of the key that evidence is signed with, as './weir privacy verify --key'
takes it.

Functions read keys when they start, so each change also starts them anew: that takes a minute. 'restart' does that alone, once
something was put back by hand; see docs/operations/disaster-recovery.md.
TXT
}

run_keys() {
  local what=${1:-}
  [[ -n $what ]] && shift
  case $what in
    rotate-pseudonym) run_keys rotate-pseudonyms "$@" ;;
    list | create | revoke | rotate-pseudonyms | evidence | restart)
      choose_environment "${1:-}"
      shift
      "keys_${what//-/_}" "$@"
      ;;
    *) complain "keys does not know '$what'; see infra/ops keys --help" ;;
  esac
}

keys_list() {
  enter_account
  local kept privacy
  kept=$(read_keys write-keys.json)
  privacy=$(read_keys privacy-keys.json)
  key_lines <<<"$privacy" |
    sed -E 's/.*"sha256":"([0-9a-f]{16})[0-9a-f]*","product":"([^"]*)","tenant":"([^"]*)"(.*)\},?$/\1 \2 \3 privacy\4/'
  key_lines <<<"$kept" |
    sed -E 's/.*"sha256":"([0-9a-f]{16})[0-9a-f]*","product":"([^"]*)","tenant":"([^"]*)","source":"([^"]*)"(.*)\},?$/\1 \2 \3 \4\5/'
}

keys_create() {
  local product=${1:-} source=${2:-} tenant=default origins=""
  [[ -n $product ]] || complain "which product? the release in $release has:$(products)"
  is_product "$product" || complain "the release in $release has no product '$product'; it has:$(products)." \
    "A new one is added to schemas/, released and deployed before it gets keys; or set WEIR_RELEASE to a release that has it."
  [[ $source == client || $source == server || $source == privacy ]] ||
    complain "the source must be client or server, is '$source'; or privacy, for a privacy key"
  shift 2
  while [[ $# -gt 0 ]]; do
    case $1 in
      --tenant) given "$@"; tenant=$2; shift 2 ;;
      --origin) given "$@"; require_origin "$2"; origins+="${origins:+,}\"$2\""; shift 2 ;;
      *) complain "keys create does not know '$1'; see infra/ops keys --help" ;;
    esac
  done
  [[ $tenant =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]] || complain "a tenant has letters, digits, dots, hyphens and underscores"
  [[ $source != privacy || -z $origins ]] || complain "a privacy key has no origins: it does not belong into pages"
  enter_account
  local key hash line kept file kind
  file=$(key_file_of "$source")
  kept=$(read_keys "$file")
  key=$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n')
  hash=$(printf '%s' "$key" | sha256)
  [[ $source == privacy ]] || kind=",\"source\":\"$source\""
  line=$(printf '{"sha256":"%s","product":"%s","tenant":"%s"%s%s,"created":"%s"}' "$hash" "$product" "$tenant" \
    "${kind:-}" "${origins:+,\"origins\":[$origins]}" "$(date -u +%Y-%m-%dT%H:%M:%SZ)")
  { key_lines <<<"$kept"; printf '%s\n' "$line"; } | key_file | put_settings "$file"
  restart_readers_of "$file"
  say "the key of ${hash:0:16}, shown this once:"
  printf '%s\n' "$key"
}

keys_revoke() {
  local hash=${1:-} kept privacy lines
  [[ $hash =~ ^[0-9a-f]{8,64}$ ]] || complain "which key? the first 8 or more digits of its hash, as 'keys list' shows them"
  enter_account
  kept=$(read_keys write-keys.json)
  privacy=$(read_keys privacy-keys.json)
  lines=$(key_lines <<<"$kept"; key_lines <<<"$privacy")
  [[ $(grep -c "\"sha256\":\"$hash" <<<"$lines") == 1 ]] || complain "there is not exactly one key with the hash $hash…"
  confirm "Revoke $hash? Whoever uses it is turned away from then on."
  if grep -q "\"sha256\":\"$hash" <<<"$privacy"; then
    key_lines <<<"$privacy" | sed "/\"sha256\":\"$hash/d" | key_file | put_settings privacy-keys.json
    restart_readers_of privacy-keys.json
    say "revoked"
    return
  fi
  lines=$(key_lines <<<"$kept")
  sed -E "/\"sha256\":\"$hash/{/\"revoked\"/! s/\}\$/,\"revoked\":\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\"}/;}" <<<"$lines" |
    key_file | put_settings write-keys.json
  restart_readers_of write-keys.json
  say "revoked"
}

keys_rotate_pseudonyms() {
  enter_account
  local keys current next
  keys=$(get_pseudonym_keys)
  current=$(sed -nE 's/^\{"current":([0-9]+),.*/\1/p' <<<"$keys")
  [[ -n $current ]] || complain "the pseudonym keys are not as this command writes them; nothing was changed"
  next=$((current + 1))
  confirm "Make version $next current? From then on everybody has another pseudonym."
  sed -E "s/^\{\"current\":$current,\"keys\":\{/{\"current\":$next,\"keys\":{\"$next\":\"$(head -c 32 /dev/urandom |
    base64 | tr -d '\n' | sed 's#/#\\/#g')\",/" <<<"$keys" | tr -d '\n' | put_pseudonym_keys
  # First whoever finds people: it must know a version before there are pseudonyms made with it.
  restart privacy-api collector
  say "version $next is current; $current and older still find what they made"
}

keys_evidence() {
  enter_account
  local key public
  key=$(read_keys evidence-key.json)
  public=$(sed -nE 's/^\{"public":"([^"]*)".*/\1/p' <<<"$key")
  [[ -n $public ]] || complain "evidence-key.json is not as 'infra/ops deploy' writes it"
  printf '{"public":"%s"}\n' "$public"
}

# The products of the release: those that it has tables for. What else is in that folder is of all products.
products() {
  local file names=""
  for file in "$release"/athena/*.sql; do
    if is_product "$(basename "$file" .sql)"; then names+=" $(basename "$file" .sql)"; fi
  done
  printf '%s' "${names:-" none, for it has no tables"}"
}

is_product() {
  [[ $1 =~ ^[a-z][a-z0-9-]*$ ]] && grep -qs '^create external table if not exists silver_' "$release/athena/$1.sql"
}

# The rule of the functions that read the file: what they refuse stops them at their start.
require_origin() {
  local LC_ALL=C label='[a-z0-9]([a-z0-9-]*[a-z0-9])?' top='[a-z]([a-z0-9-]*[a-z0-9])?' byte='(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])'
  local host="(($label\\.)*$top|\\*\\.($label\\.)+$top|$byte(\\.$byte){3})"
  [[ $1 =~ ^https?://$host(:[1-9][0-9]{0,4})?$ ]] ||
    complain "'$1' is not an origin such as https://app.example.com or https://*.example.com, in lower case and without a path"
}

keys_restart() {
  enter_account
  # First whoever finds people, as after a rotation.
  restart privacy-api collector counters-api privacy
  say "functions that read keys start anew"
}

key_file_of() {
  if [[ $1 == privacy ]]; then printf privacy-keys.json; else printf write-keys.json; fi
}

restart_readers_of() {
  case $1 in
    write-keys.json) restart collector counters-api ;;
    privacy-keys.json) restart privacy-api ;;
  esac
}

# All of a file before anything is written: what cannot be read must not be taken for empty.
read_keys() {
  get_settings "$1" || complain "cannot read $1 in $(bucket settings); nothing was changed." \
    "Is $environment deployed? 'infra/ops doctor $environment' says what is missing."
}

# One key a line, as key_file writes them, without commas between.
key_lines() {
  grep '^{"sha256"' | sed 's/,$//' || true
}

key_file() {
  awk 'BEGIN { printf "{\"keys\":[\n" } NF { if (n++) printf ",\n"; printf "%s", $0 } END { printf "\n]}\n" }'
}

# New instances read the new file. A description is part of what a version is made of, so a changed one makes a version.
restart() {
  local name published
  for name in "$@"; do
    cloud lambda update-function-configuration --function-name "weir-$environment-$name" \
      --description "Weir: $name, keys of $(date -u +%Y-%m-%dT%H:%M:%SZ)" >/dev/null
    cloud lambda wait function-updated-v2 --function-name "weir-$environment-$name"
    published=$(cloud lambda publish-version --function-name "weir-$environment-$name" --query Version --output text)
    cloud lambda update-alias --function-name "weir-$environment-$name" --name live --function-version "$published" >/dev/null
  done
}
