#!/usr/bin/env bash
# Peak memory and time of `spancoder code` on generated corpora of two sizes, beside `wc -w` over the same bytes. Needs GNU time.
# usage: benchmarks/memory.sh [FOLDER]   (about 1 GB of room; default: a temporary folder)
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-$(mktemp -d)}
dotnet build -c Release -v quiet
program=artifacts/bin/Spancoder.Cli/release/spancoder
for size in 50 200; do
  artifacts/bin/Spancoder.Benchmarks/release/Spancoder.Benchmarks generate "$size" "$folder/$size"
  for threads in 1 2; do
    /usr/bin/time -f "code, $size MB, $threads threads: %e s (processor: %U + %S s), %M KB at most" \
      "$program" code "$folder/$size" --out "$folder/out" --threads "$threads" > /dev/null
  done
  /usr/bin/time -f "wc -w, $size MB: %e s (processor: %U + %S s)" sh -c "cat '$folder/$size'/* | LC_ALL=C.UTF-8 wc -w > /dev/null"
done
