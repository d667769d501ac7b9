#!/bin/sh
# Installs Debian packages that are missing, where this user may; says so where he may not. Never fails: the tests
# that need a package say themselves that they are skipped, or fail under CI.
set -eu
missing=
for package in "$@"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
command -v apt-get >/dev/null || { echo "not Debian: install yourself, or go without:$missing"; exit 0; }
if [ "$(id -u)" -eq 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root=sudo; else
  echo "may not install$missing: ask an administrator, or go without"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
{ $as_root apt-get -qq update && $as_root apt-get -qq install -y --no-install-recommends $missing; } >/dev/null 2>&1 ||
  echo "could not install$missing: go without"
