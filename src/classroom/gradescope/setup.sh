#!/usr/bin/env bash
# Prepares Gradescope's image. .NET and the tool came in the zip; bubblewrap is Ubuntu's, and grading goes on without it:
# Gradescope runs the autograder as root, and a submission then runs as a user who can read neither the secret nor the result.
set -uo pipefail
source=${AUTOGRADER_ROOT:-/autograder}/source
chmod 755 "$source" "$source/dropout-lessons" "$source/dotnet/dotnet"
chmod -R go+rX "$source/dotnet" "$source/tool"
chmod 600 "$source/secret"
if [ "${AUTOGRADER_OFFLINE:-}" != 1 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends bubblewrap \
    || echo "bubblewrap could not be installed: submissions run as a user of their own, without walls."
fi
# A zip that cannot grade is found out now, not at the deadline.
"$source/dropout-lessons" grade --help >/dev/null && echo "dropout-lessons is ready."
