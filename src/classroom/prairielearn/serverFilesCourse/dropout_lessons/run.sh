#!/usr/bin/env bash
# Grades what PrairieLearn laid into /grade. Whatever goes wrong, results.json is there, gives no mark and costs no try.
set -uo pipefail
grade=${GRADE_ROOT:-/grade}
tool=${DROPOUT_LESSONS:-dropout-lessons}
results=$grade/results

# A submission may run as a user of its own, who must neither read the secret nor write the result.
rm -rf "$results"
mkdir -p "$results" && chmod 700 "$results"
[ ! -d "$grade/tests" ] || chmod -R go-rwx "$grade/tests"
report=$results/unfinished.json

not_gradable() { # SENTENCE, without quotes and backslashes
  printf '{"gradable": false, "score": 0, "message": "%s", "output": "", "format_errors": ["%s"], "tests": []}\n' "$1" "$1" >"$report"
  mv -f "$report" "$results/results.json"
  exit 0
}

[ -s "$grade/tests/exercise" ] || not_gradable "This question does not say which exercise it is. Tell your teacher: tests/exercise is missing."
[ -s "$grade/tests/secret" ] || not_gradable "This question has no secret for its hidden checks. Tell your teacher: tests/secret is missing."
mapfile -d '' -t files < <(find "$grade/student" -type f -print0 2>/dev/null)
[ ${#files[@]} -eq 1 ] || not_gradable "Hand in one file; there are ${#files[@]}."

# Less than the question's timeout, so that a report is written when time is up.
timeout -k 5 "${GRADE_SECONDS:-45}" "$tool" grade "${files[0]}" --exercise "$(cat "$grade/tests/exercise")" --secret "$grade/tests/secret" \
  --require-apart --format prairielearn --output "$report"
status=$?
# 0 right, 1 wrong, 2 not gradable; anything else is a tool that is missing, crashed or took too long.
[ $status -le 2 ] && [ -s "$report" ] || not_gradable "The grader did not finish (exit code $status); this is not your fault and costs no try. Tell your teacher."
[ "$(stat -c %s "$report")" -le 1000000 ] || not_gradable "The report is larger than PrairieLearn takes. Print less."
mv -f "$report" "$results/results.json"
