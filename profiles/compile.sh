#!/usr/bin/env bash
# Compiles the FSH sources to the JSON in fsh-generated/resources; with --check it only says whether that is up to date.
# Needs Node and npm; the ordinary Maven build does not, since the JSON is committed.
set -euo pipefail
cd "$(dirname "$0")"
work=target/sushi
home="$PWD/$work/home"
mkdir -p "$work/input" "$home"
[ -x "$work/node_modules/.bin/sushi" ] || npm install --silent --no-audit --no-fund --prefix "$work" fsh-sushi@3.21.0
../mvnw -q -f ../pom.xml -pl profiles compile exec:java -Dspotless.check.skip -Dexec.skip=false \
  -Dexec.mainClass=io.github.trdcare.profiles.build.CorePackage -Dexec.classpathScope=compile \
  "-Dexec.args=$home/.fhir/packages"
rm -rf "$work/project" && mkdir -p "$work/project" && cp -r sushi-config.yaml input "$work/project/"
HOME="$home" "$work/node_modules/.bin/sushi" build "$work/project" | tee "$work/log" | tail -n 25
grep -Eq ' 0 Errors' "$work/log" || { echo "The FSH sources have errors." >&2; exit 1; }
if [ "${1:-}" = --check ]; then
  diff -r "$work/project/fsh-generated/resources" fsh-generated/resources \
    || { echo "fsh-generated/resources is stale: run profiles/compile.sh and commit the result." >&2; exit 1; }
else
  rm -rf fsh-generated && mkdir fsh-generated && cp -r "$work/project/fsh-generated/resources" fsh-generated/
fi
