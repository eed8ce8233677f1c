#!/usr/bin/env bash
# Builds the web front end, or checks and tests it (`build.sh test`). Work whose input is unchanged is skipped.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p target

lock=$(sha256sum package.json package-lock.json | sha256sum)
if [[ ! -f node_modules/.stamp || "$(cat node_modules/.stamp)" != "$lock" ]]; then
  npm ci --no-audit --no-fund
  echo "$lock" > node_modules/.stamp
fi

sources=$( (echo "$lock"; find src dev index.html vite.config.ts tsconfig.json .oxlintrc.json -type f ! -name schema.d.ts -print0 | sort -z | xargs -0 sha256sum) | sha256sum)

# Runs the rest of the arguments unless they succeeded on these very sources before.
unless_done() {
  local stamp="target/.$1" proof="$2"; shift 2
  if [[ -f "$stamp" && -e "$proof" && "$(cat "$stamp")" == "$sources" ]]; then return; fi
  "$@"
  echo "$sources" > "$stamp"
}

check() {
  npm run --silent lint
  npm run --silent typecheck
  npm run --silent test
}

if [[ "${1:-build}" == test ]]; then
  [[ "${QIJI_SKIP_TESTS:-false}" == true ]] || unless_done tested . check
else
  unless_done built target/classes/web/index.html npm run --silent build
fi
