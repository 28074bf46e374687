#!/usr/bin/env bash
# How fast words are cut and terms found, one thread, beside `wc -w`, `grep -o` and `rg -o` over the same bytes. Needs Python; a program that is missing is said.
# usage: benchmarks/matching.sh [MEGABYTES] [ROUNDS] [FOLDER]   (default: 50 megabytes, 5 rounds, a temporary folder; three times the megabytes of room)
set -euo pipefail
cd "$(dirname "$0")/.."
size=${1:-50} rounds=${2:-5} folder=${3:-$(mktemp -d)}
dotnet build -c Release -v quiet
artifacts/bin/Spancoder.Benchmarks/release/Spancoder.Benchmarks matching "$size" "$rounds" "$folder" benchmarks/peers.py
