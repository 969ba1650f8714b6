# The views that analysts ask: made anew by each deployment that brings others.

views() {
  local known hash work
  hash=$(cat "$release"/athena/*.sql | sha256)
  known=$(cloud ssm get-parameter --name "/weir/$environment/views" --query Parameter.Value --output text 2>/dev/null || true)
  if [[ $known == "$hash" ]]; then
    say "views: no change"
    return
  fi
  work=$(mktemp -d)
  # A statement ends with a semicolon at the end of a line. Tables are the data stack's.
  cat "$release"/athena/*.sql | awk -v folder="$work" '
    /^create or replace view / { file = sprintf("%s/%04d.sql", folder, ++n) }
    file { ends = sub(/;$/, ""); print > file; if (ends) { close(file); file = "" } }'
  make_views "$work"
  rm -rf "$work"
  cloud ssm put-parameter --name "/weir/$environment/views" --type String --overwrite --value "$hash" >/dev/null
}

# A view may be of others that come later, so those that fail are tried again, as long as that helps.
make_views() {
  local file made total=0 left
  left=$(find "$1" -name '*.sql' | wc -l | tr -d ' ')
  say "making $left views"
  while ((left > 0)); do
    made=0
    for file in "$1"/*.sql; do
      if (ask_athena "$(cat "$file")") >/dev/null 2>"$1/why"; then
        rm "$file"
        made=$((made + 1))
      fi
    done
    ((made > 0)) || complain "$left views could not be made. The last one: $(head -n 1 "$file"): $(cat "$1/why")"
    left=$((left - made))
    total=$((total + made))
  done
  say "made $total views"
}
