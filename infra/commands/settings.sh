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

# The pseudonym keys, which are a secret of Secrets Manager with all versions in one text.

has_pseudonym_keys() {
  local found
  found=$(cloud secretsmanager list-secret-version-ids --secret-id "weir-$environment-pseudonym-keys" \
    --query "length(Versions[?contains(VersionStages, 'AWSCURRENT')])" --output text) ||
    complain "cannot look at the secret weir-$environment-pseudonym-keys"
  [[ $found != 0 ]]
}

get_pseudonym_keys() {
  cloud secretsmanager get-secret-value --secret-id "weir-$environment-pseudonym-keys" --query SecretString --output text ||
    complain "cannot read the secret weir-$environment-pseudonym-keys; nothing was changed." \
      "Is $environment deployed? 'infra/ops doctor $environment' says what is missing."
}

put_pseudonym_keys() {
  cloud secretsmanager put-secret-value --secret-id "weir-$environment-pseudonym-keys" \
    --secret-string file:///dev/stdin >/dev/null
}
