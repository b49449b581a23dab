#!/usr/bin/env bash
# Makes a fresh container ready: Jupyter, the built kit, the kernel registered under the name the lessons ask for, the extension for VS Code packed.
set -euo pipefail
cd "$(dirname "$0")/.."
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -qq -y --no-install-recommends \
  jupyter-notebook jupyter-nbconvert jupyter-client python3-nbclient
dotnet build src/DropoutLessons.Cli --nologo
dotnet run --project src/DropoutLessons.Cli --no-build -- kernel install
src/DropoutLessons.VSCode/pack
