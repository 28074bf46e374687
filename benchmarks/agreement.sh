#!/usr/bin/env bash
# Time and peak memory of `spancoder agree` on 100,000 units, 5 coders and 50 codes with 10,000 replicates, and its bootstrap beside one that draws every unit anew. Needs GNU time.
# usage: benchmarks/agreement.sh [UNITS] [FOLDER]   (default: 100000 units, a temporary folder)
set -euo pipefail
cd "$(dirname "$0")/.."
units=${1:-100000} folder=${2:-$(mktemp -d)}
dotnet build -c Release -v quiet
bench=artifacts/bin/Spancoder.Benchmarks/release/Spancoder.Benchmarks
mkdir -p "$folder"
"$bench" judgements "$units" "$folder/judgements.csv"
command time -f '%e s on the clock, %U s of the processor, %M kB: spancoder agree' \
  artifacts/bin/Spancoder.Cli/release/spancoder agree "$folder/judgements.csv" 2>&1 >"$folder/report.md"
"$bench" agreement "$folder/judgements.csv" 200
