#!/bin/sh
# Makes the workers of WEFT_WORKER_BUILD_ID the ones that get tasks. Waits up to a minute for the first
# of them to show up: Temporal refuses a version that nobody works for.
set -eu

build_id="${WEFT_WORKER_BUILD_ID:-}"
if [ -z "$build_id" ]; then
  echo 'WEFT_WORKER_BUILD_ID is not set: the workers are unversioned and get tasks without this step.' >&2
  exit 1
fi

attempt=1
until temporal worker deployment set-current-version \
  --deployment-name weft --build-id "$build_id" --yes; do
  [ "$attempt" -lt 30 ] || exit 1
  attempt=$((attempt + 1))
  sleep 2
done
