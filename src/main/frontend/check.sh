#!/bin/sh
# The front end's format, lint, types and tests: the step that is named, or all. Run in the project's root; DENO names the binary. Needs no network.
set -eu

from=src/main/frontend
tests=src/test/frontend
export DENO_DIR="$PWD/target/deno-cache" DENO_NO_UPDATE_CHECK=1 NO_COLOR=1

deno() {
  command=$1
  shift
  "$DENO" "$command" --quiet --config "$from/deno.json" "$@"
}

format() {
  deno fmt --check "$from" "$tests"
}

lint() {
  deno lint "$from" "$tests"
}

types() {
  find "$from" "$tests" -name '*.ts' -exec "$DENO" check --quiet --no-remote --no-npm --config "$from/deno.json" {} +
}

tests() {
  deno test --no-remote --no-npm --allow-read="$from,src/main/resources/web,target/classes/web" "$tests"
}

case ${1-all} in
  format | lint | types | tests) "$1" ;;
  all) format && lint && types && tests ;;
  *) echo "usage: check.sh [format|lint|types|tests]" >&2 && exit 2 ;;
esac
