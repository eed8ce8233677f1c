#!/usr/bin/env bash
# Builds the web front end, or checks and tests it (`build.sh test`), or only lays the font of printed reports where the server
# finds it (`build.sh font`). Work whose input is unchanged is skipped.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p target

font=target/classes/fonts/NotoSansSC.ttf
if [[ "${1:-build}" == font && -f $font ]]; then exit; fi

lock=$(sha256sum package.json package-lock.json | sha256sum)
if [[ ! -f node_modules/.stamp || "$(cat node_modules/.stamp)" != "$lock" ]]; then
  npm ci --no-audit --no-fund
  echo "$lock" > node_modules/.stamp
fi

if [[ ! -f $font ]]; then
  mkdir -p "$(dirname "$font")"
  cp node_modules/@expo-google-fonts/noto-sans-sc/LICENSE_FONT "$(dirname "$font")/OFL.txt"
  cp node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf "$font"
fi
if [[ "${1:-build}" == font ]]; then exit; fi

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
