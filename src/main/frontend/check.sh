#!/bin/sh
# Types, lint, format and unit tests of the front end. Run in the project's root; DENO names the binary. Needs no network.
set -eu

from=src/main/frontend
tests=src/test/frontend
export DENO_DIR="$PWD/target/deno-cache" DENO_NO_UPDATE_CHECK=1 NO_COLOR=1

deno() {
  command=$1
  shift
  "$DENO" "$command" --quiet --config "$from/deno.json" "$@"
}

deno fmt --check "$from" "$tests"
deno lint "$from" "$tests"
find "$from" "$tests" -name '*.ts' -exec "$DENO" check --quiet --no-remote --no-npm --config "$from/deno.json" {} +
deno test --no-remote --no-npm --allow-read="$from,src/main/resources/web,target/classes/web" "$tests"
