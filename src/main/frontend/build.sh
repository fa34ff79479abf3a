#!/bin/sh
# Bundles the front end into target/classes/web. Run in the project's root; ESBUILD names the binary.
set -eu

from=src/main/frontend
to=target/classes/web
mkdir -p "$to/locales"

locales=""
for file in "$from"/widget/locales/*.json; do
  tag=$(basename "$file" .json)
  locales="$locales $tag"
  "$ESBUILD" --minify --log-level=warning --loader:.json=copy --outdir="$to/locales" "$file"
done

version() {
  cat "$@" | cksum | cut -d ' ' -f 1
}

module() {
  source=$1
  file=$2
  shift 2
  "$ESBUILD" "$source" --bundle --minify --format=esm --target=es2022 --legal-comments=none --charset=utf8 \
    --log-level=warning --outfile="$to/$file" "$@"
  echo "$file: $(wc -c < "$to/$file" | tr -d ' ') bytes"
}

# The core names the version of what it loads later, so it comes last.
module "$from/more/more.ts" widget-more.js
module "$from/widget/widget.ts" widget.js --define:LOCALES="\"${locales# }\"" \
  --define:LOCALES_VERSION="\"$(version "$from"/widget/locales/*.json)\"" \
  --define:MORE_VERSION="\"$(version "$to/widget-more.js")\""
