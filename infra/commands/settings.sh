# Files in the bucket of settings. Their content passes through pipes and memory, never through files, arguments or logs.

# Listed and not asked for by name: a name that may not be read is no name that is free.
has_settings() {
  local found
  found=$(cloud s3api list-objects-v2 --bucket "$(bucket settings)" --prefix "$1" --query 'length(Contents || `[]`)' \
    --output text) || complain "cannot list $(bucket settings)"
  [[ $found != 0 ]]
}

get_settings() {
  cloud s3 cp "s3://$(bucket settings)/$1" - --only-show-errors
}

put_settings() {
  cloud s3 cp - "s3://$(bucket settings)/$1" --only-show-errors --content-type application/json
}
