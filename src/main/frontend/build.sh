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
version=$(cat "$from"/widget/locales/*.json | cksum | cut -d ' ' -f 1)

"$ESBUILD" "$from/widget/widget.ts" --bundle --minify --format=esm --target=es2022 --legal-comments=none --charset=utf8 \
  --define:LOCALES="\"${locales# }\"" --define:LOCALES_VERSION="\"$version\"" \
  --log-level=warning --outfile="$to/widget.js"
echo "widget.js: $(wc -c < "$to/widget.js" | tr -d ' ') bytes"
