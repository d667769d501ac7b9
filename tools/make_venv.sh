#!/bin/sh
# Makes .venv with the given Python (3.11 or later), also where Debian has split venv from it.
set -eu
python=$1
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Jianbao needs Python 3.11 or later; $python is $("$python" -V). Say: make PYTHON=python3.12" >&2
  exit 1
}
"$python" -c 'import ensurepip, venv' 2>/dev/null || "$(dirname "$0")/system_packages.sh" python3-venv
"$python" -m venv .venv || {
  echo "Python has no venv here. On Debian and Ubuntu: sudo apt install python3-venv" >&2
  exit 1
}
