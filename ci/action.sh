#!/usr/bin/env bash
# What `action.yml` runs: validate, then install, then check.
#
# Everything that a workflow says comes in through the environment (AUDIT_...), and is data:
# it is split at line ends, and each line becomes one argument. Nothing is evaluated.
# Status: that of `acctaudit check`; 2 for a wrong input.
set -euo pipefail

readonly HOME_OF_VENV="${RUNNER_TEMP:?is set by the runner}/acctaudit"
readonly VENV="$HOME_OF_VENV/venv"
readonly VERDICT="$HOME_OF_VENV/check.json"

# A text that is safe in a log: no line ends, no commands to the runner, no colours.
shown() {
  printf '%s' "${1:0:200}" | LC_ALL=C tr -c 'A-Za-z0-9 ._/=*@,+-' '?'
}

refuse() {
  printf 'acctaudit action: %s: %s\n' "$1" "$(shown "$2")" >&2
  exit 2
}

trimmed() {
  local text="$1"
  text="${text#"${text%%[![:space:]]*}"}"
  printf '%s' "${text%"${text##*[![:space:]]}"}"
}

# The words of one input, a line each, in LINES_READ; empty lines do not count.
read_lines() {
  local line
  LINES_READ=()
  while IFS= read -r line || [ -n "$line" ]; do
    line="$(trimmed "$line")"
    [ -z "$line" ] || LINES_READ+=("$line")
  done <<<"$1"
}

validate() {
  local wanted="${AUDIT_PYTHON_VERSION-}"
  [ -z "$wanted" ] || [[ "$wanted" =~ ^3\.[0-9]{1,2}(\.[0-9]{1,2})?$ ]] ||
    refuse 'python-version must look like 3.11 or 3.11.14' "$wanted"
}

# From the action's own checkout, and packages by their hashes: nothing is looked up by name.
# `-I` keeps the files of the repository that is checked out of Python's path.
install() {
  local source="${GITHUB_ACTION_PATH:?is set by the runner}"
  local pip=(-I -m pip --disable-pip-version-check --no-input install --quiet)
  python3 -I -m venv --clear "$VENV"
  "$VENV/bin/python" "${pip[@]}" --require-hashes -r "$source/ci/requirements.txt"
  "$VENV/bin/python" "${pip[@]}" --require-hashes -r "$source/ci/build.txt"
  "$VENV/bin/python" "${pip[@]}" --no-deps --no-build-isolation "$source"
}

enter_folder() {
  local folder="${AUDIT_WORKING_DIRECTORY:-.}"
  [ -d "$folder" ] || refuse 'working-directory is no folder' "$folder"
  case "$folder" in
    /*) cd -- "$folder" ;;
    *) cd -- "./$folder" ;;
  esac
}

# The exports, in FILES: a line that is a file is that file, any other may be a pattern.
find_exports() {
  local line found index IFS=
  FILES=()
  read_lines "${AUDIT_EXPORTS-}"
  [ "${#LINES_READ[@]}" -gt 0 ] || refuse 'exports names no file' ''
  shopt -s nullglob
  for line in "${LINES_READ[@]}"; do
    found=("$line")
    if [ ! -e "$line" ]; then
      # Not quoted, so that a pattern expands; with IFS empty nothing else happens to it.
      # shellcheck disable=SC2206
      found=($line)
    fi
    [ "${#found[@]}" -gt 0 ] || refuse 'no file is called' "$line"
    FILES+=("${found[@]}")
  done
  for index in "${!FILES[@]}"; do
    [ "${FILES[index]}" != - ] || FILES[index]=./-
  done
}

# The options, in OPTIONS: each `--name=value` in one piece, so that no value can become
# another option.
find_options() {
  local line
  OPTIONS=(--format=github "--output=json=$VERDICT")
  [ -z "${AUDIT_FAIL_ON-}" ] || OPTIONS+=("--fail-on=$AUDIT_FAIL_ON")
  [ -z "${AUDIT_BASELINE-}" ] || OPTIONS+=("--baseline=$AUDIT_BASELINE")
  [ -z "${AUDIT_SARIF-}" ] || OPTIONS+=("--output=sarif=$AUDIT_SARIF")
  [ -z "${AUDIT_COMMENT-}" ] || OPTIONS+=("--output=markdown=$AUDIT_COMMENT")
  read_lines "${AUDIT_CONFIG-}"
  for line in ${LINES_READ[@]+"${LINES_READ[@]}"}; do
    OPTIONS+=("--config=$line")
  done
  read_lines "${AUDIT_ARGS-}"
  for line in ${LINES_READ[@]+"${LINES_READ[@]}"}; do
    case "$line" in
      --exit-zero | --isolated | --no-baseline | --score) ;;
      --account=* | --against=* | --archetype=* | --as-of=* | --audience=*) ;;
      --benchmarks=* | --claim=* | --columns=* | --encoding=* | --extend-select=*) ;;
      --from=* | --goal=* | --history=* | --ignore=* | --kpi=*) ;;
      --max-quarantine=* | --output=* | --own-domain=* | --select=*) ;;
      --time-zone=*) ;;
      *) refuse 'args takes one option of check a line, as --name=value; not' "$line" ;;
    esac
    OPTIONS+=("$line")
  done
}

# An output of the step; the mark is random, so that no value can end it early.
tell() {
  local mark
  mark="end-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
  printf '%s<<%s\n%s\n%s\n' "$1" "$mark" "$2" "$mark" >>"$GITHUB_OUTPUT"
}

tell_outputs() {
  local read_verdict='import json, sys; print(json.load(open(sys.argv[1]))["passed"])'
  case "$("$VENV/bin/python" -I -c "$read_verdict" "$VERDICT")" in
    True) tell passed true ;;
    False) tell passed false ;;
    *) refuse 'the verdict cannot be read' "$VERDICT" ;;
  esac
  case "${AUDIT_SARIF-}" in
    '') ;;
    /*) tell sarif "$AUDIT_SARIF" ;;
    *) tell sarif "${AUDIT_WORKING_DIRECTORY:-.}/$AUDIT_SARIF" ;;
  esac
}

check() {
  local status=0
  enter_folder
  find_exports
  find_options
  rm -f -- "$VERDICT"
  "$VENV/bin/acctaudit" check "${OPTIONS[@]}" -- "${FILES[@]}" || status=$?
  [ "$status" -gt 1 ] || tell_outputs
  exit "$status"
}

case "${1-}" in
  validate | install | check) "$1" ;;
  *) refuse 'the step must be validate, install or check, not' "${1-}" ;;
esac
