help_release() {
  cat <<'TXT'
infra/ops release [--packages DIR] [--arch arm64|x86_64]

Makes infra/dist: small templates for each file of infra/environments, and a package for each function, named after the
SHA-256 of its content. Whoever has that folder can deploy without node and without a JDK.

  --packages DIR   folder with <function>.zip; default: what 'mvn -Dnative package' has left in functions/
  --arch ARCH      arm64, which the stacks deploy, is the default. With x86_64 infra/dist gets packages for such machines
                   and no templates

Needs a JDK 25, Maven 3.8.7 or later and node 20 or later; with --arch x86_64 none of these. The native executables are
built beforehand, with 'mvn -Dnative -DskipTests package': on Linux of that architecture with Mandrel 25 in GRAALVM_HOME,
or on any machine whose Docker or Podman runs images of it, with -Dquarkus.native.container-build=true
-Dquarkus.native.container-runtime-options=--platform=linux/arm64 (or linux/amd64).
TXT
}

run_release() {
  local packages="" arch=arm64
  while [[ $# -gt 0 ]]; do
    case $1 in
      --packages) given "$@"; packages=$2; shift 2 ;;
      --arch) given "$@"; arch=$2; shift 2 ;;
      *) complain "release does not know '$1'; see infra/ops release --help" ;;
    esac
  done
  [[ $arch == arm64 || $arch == x86_64 ]] || complain "--arch is arm64 or x86_64, not '$arch'"
  [[ $arch != arm64 ]] || compile
  rm -rf "$release"
  mkdir -p "$release/functions"
  local zip
  if [[ -n $packages ]]; then
    for zip in "$packages"/*.zip; do
      package "$(basename "$zip" .zip)" "$zip"
    done
  else
    for zip in "$home"/../functions/*/target/native/function.zip; do
      package "$(basename "${zip%/target/native/function.zip}")" "$zip"
    done
  fi
  if [[ $arch != arm64 ]]; then
    say "packages for $arch are in $release/functions; the stacks deploy arm64, so there are no templates"
    return
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
    "Build the native executables first, or say --packages DIR; see infra/ops release --help"
  work=$(mktemp -d)
  (
    cd "$work"
    unzip -q "$zip"
    [[ -f bootstrap ]] || complain "$zip has no 'bootstrap': it is not a native package"
    local other
    other=$(machine bootstrap)
    [[ $other == unknown || $other == "${arch:-arm64}" ]] ||
      complain "$zip is for $other, not for ${arch:-arm64}: build it on ${arch:-arm64} Linux, or in a container of that" \
        "platform; see infra/ops release --help"
    mv bootstrap function
    cp "$home/package/bootstrap" bootstrap
    chmod 755 bootstrap function
    find . -exec touch -d 2026-01-01T00:00:00Z {} +
    find . -type f | LC_ALL=C sort | TZ=UTC zip -q -X -@ package.zip
  )
  hash=$(sha256sum "$work/package.zip" | cut -c 1-16)
  mv "$work/package.zip" "$release/functions/$name-${arch:-arm64}-$hash.zip"
  rm -rf "$work"
}

# The machine in an ELF header, at byte 18: 3e is x86_64, b7 is arm64.
machine() {
  [[ $(head -c 4 "$1" | od -An -tx1 | tr -d ' \n') == 7f454c46 ]] || { echo unknown; return; }
  case $(od -An -tx1 -j18 -N1 "$1" | tr -d ' \n') in
    3e) echo x86_64 ;;
    b7) echo arm64 ;;
    *) echo unknown ;;
  esac
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
