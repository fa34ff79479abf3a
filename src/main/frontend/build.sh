#!/bin/sh
# Bundles the front end into target/classes/web. Run in the project's root; ESBUILD names the binary.
set -eu

from=src/main/frontend
to=target/classes/web
mkdir -p "$to/locales" "$to/moderation/locales"

# Copies the locale files of a part and prints their tags.
locales() {
  tags=""
  for file in "$from/$1"/locales/*.json; do
    tags="$tags $(basename "$file" .json)"
    "$ESBUILD" --minify --log-level=warning --loader:.json=copy --outdir="$2/locales" "$file" >&2
  done
  echo "${tags# }"
}

version() {
  cat "$@" | cksum | cut -d ' ' -f 1
}

# A style sheet, minified, as a string of JavaScript.
css() {
  "$ESBUILD" "$from/$1" --minify --charset=utf8 --log-level=warning | tr -d '\n' | sed 's/[\\"]/\\&/g; s/.*/"&"/'
}

module() {
  source=$1
  file=$2
  shift 2
  "$ESBUILD" "$source" --bundle --minify --format=esm --target=es2022 --legal-comments=none --charset=utf8 \
    --log-level=warning --outfile="$to/$file" "$@"
  echo "$file: $(wc -c < "$to/$file" | tr -d ' ') bytes"
}

# A core names the versions of what it loads later, so it comes last.
module "$from/more/more.ts" widget-more.js --define:MORE_CSS="$(css more/more.css)"
module "$from/widget/widget.ts" widget.js --define:LOCALES="\"$(locales widget "$to")\"" \
  --define:WIDGET_CSS="$(css widget/widget.css)" \
  --define:LOCALES_VERSION="\"$(version "$from"/widget/locales/*.json)\"" \
  --define:MORE_VERSION="\"$(version "$to/widget-more.js")\""

module "$from/moderation/manage.ts" moderation/manage.js \
  --define:MANAGE_CSS="$(css moderation/manage/manage.css)"
module "$from/moderation/account.ts" moderation/account.js \
  --define:ACCOUNT_CSS="$(css moderation/account/account.css)"
module "$from/moderation/moderation.ts" moderation/moderation.js \
  --define:LOCALES="\"$(locales moderation "$to/moderation")\"" \
  --define:LOCALES_VERSION="\"$(version "$from"/moderation/locales/*.json)\"" \
  --define:MANAGE_VERSION="\"$(version "$to/moderation/manage.js")\"" \
  --define:ACCOUNT_VERSION="\"$(version "$to/moderation/account.js")\""
