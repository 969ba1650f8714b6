help_release() {
  cat <<'TXT'
infra/ops release [--packages DIR]

Makes infra/dist: small templates for each file of infra/environments, and a package for each function, named after the
SHA-256 of its content. Whoever has that folder can deploy without node and without a JDK.

  --packages DIR   folder with <function>.zip for arm64; default: what 'mvn -Dnative package' has left in functions/

Needs a JDK 25, Maven 3.8.7 or later and node 20 or later. The native executables are built beforehand.
TXT
}

run_release() {
  local packages=""
  while [[ $# -gt 0 ]]; do
    case $1 in
      --packages) given "$@"; packages=$2; shift 2 ;;
      *) complain "release does not know '$1'; see infra/ops release --help" ;;
    esac
  done
  compile
  rm -rf "$release"
  mkdir -p "$release/functions"
  local zip
  if [[ -n $packages ]]; then
    for zip in "$packages"/*.zip; do
      package "$(basename "$zip" .zip)" "$zip"
    done
  else
    for zip in "$home"/../functions/*/target/function.zip; do
      package "$(basename "$(dirname "$(dirname "$zip")")")" "$zip"
    done
  fi
  local file
  for file in "$home"/environments/*.yaml; do
    synthesise "$file" "$(basename "$file" .yaml)"
  done
  cp -r "$home/../schemas/target/derived/athena" "$release/athena"
  date -u +%Y-%m-%dT%H%M%SZ > "$release/version"
  say "release $(cat "$release/version") is in $release:$(environments)"
}

# The executable becomes 'function', and our start script takes its place. Times are fixed, so that the same content
# has the same name.
package() {
  local name=$1 zip=$2 work hash
  [[ -f $zip ]] || complain "there are no packages: $zip." \
    "Build the native executables first ('mvn -Dnative -DskipTests package' on arm64 Linux), or say --packages DIR."
  work=$(mktemp -d)
  (
    cd "$work"
    unzip -q "$zip"
    [[ -f bootstrap ]] || complain "$zip has no 'bootstrap': it is not a native package"
    ! is_for_x86 bootstrap || complain "$zip is for x86_64, and functions run on arm64: build it on arm64 Linux"
    mv bootstrap function
    cp "$home/package/bootstrap" bootstrap
    chmod 755 bootstrap function
    find . -exec touch -d 2026-01-01T00:00:00Z {} +
    find . -type f | LC_ALL=C sort | TZ=UTC zip -q -X -@ package.zip
  )
  hash=$(sha256sum "$work/package.zip" | cut -c 1-16)
  mv "$work/package.zip" "$release/functions/$name-arm64-$hash.zip"
  rm -rf "$work"
}

# The machine in an ELF header, at byte 18: 3e is x86_64, b7 is arm64.
is_for_x86() {
  [[ $(head -c 4 "$1" | od -An -tx1 | tr -d ' \n') == 7f454c46 && $(od -An -tx1 -j18 -N1 "$1" | tr -d ' \n') == 3e ]]
}

synthesise() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$home/target/classes:$(cat "$home/target/class-path")" \
    dev.weir.infra.Synthesise "$1" "$release/functions" "$home/../schemas/target/derived/athena" "$release/$2"
}

# The code of the stacks, and the tables of the lake.
compile() {
  command -v mvn >/dev/null || complain "needs Maven 3.8.7 or later, and found no mvn in PATH"
  command -v node >/dev/null || complain "needs node 20 or later, and found none in PATH"
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" --version 2>/dev/null | grep -qE '^[a-z]+ 25[ .]' ||
    complain "needs a JDK 25: set JAVA_HOME to one"
  say "compiling"
  (cd "$home/.." && mvn -B -q -Dquick -DskipTests -pl infra -am package) || complain "the build failed; see above"
}
