#!/usr/bin/env bash
# How fast the classifier learns and codes, beside the same written with scikit-learn, and its memory. Needs GNU time and Debian's python3-sklearn.
# usage: benchmarks/learning.sh [SEGMENTS] [MEGABYTES] [ROUNDS] [FOLDER]   (default: 5000 segments to learn from, 10 megabytes to judge, 3 rounds, a temporary folder with 1 GB of room)
set -euo pipefail
cd "$(dirname "$0")/.."
segments=${1:-5000} size=${2:-10} rounds=${3:-3} folder=${4:-$(mktemp -d)}
dotnet build -c Release -v quiet
bench=artifacts/bin/Spancoder.Benchmarks/release/Spancoder.Benchmarks program=artifacts/bin/Spancoder.Cli/release/spancoder
format='%e s on the clock, %U + %S s of the processor, %M KB at most'
"$bench" lessons "$segments" "$folder"
"$bench" lines "$size" "$folder/lines.jsonl" > /dev/null
"$bench" learning "$folder" "$rounds" benchmarks/classifier.py

learn=("$program" train "$folder/study" --codebook "$folder/codebook" --codings "$folder/codings.csv" --decide model --out "$folder/model" --force)
command time -f "train: $format" "${learn[@]}" --threads 2 > "$folder/card.md"
stat -c 'the model: %s bytes' "$folder/model"
code=("$program" code --codebook "$folder/codebook" --model "$folder/model")
for round in $(seq "$rounds"); do
  command time -f "code -: $format" "${code[@]}" - --format jsonl < "$folder/lines.jsonl" > "$folder/coded.jsonl"
  command time -f "scikit-learn, prediction: $format" benchmarks/classifier.py predict "$folder/lines.jsonl" "$folder/peer.model" "$folder/peer.csv" > /dev/null
done
command time -f "scikit-learn, training: $format" benchmarks/classifier.py train "$folder/utterances.csv" "$folder/codings.csv" "$folder/peer.model" > /dev/null

judged=(--codings "$folder/codings.csv" --folds "$folder/folds.csv" --format json --threads 2)
command time -f "evaluate, a table: $format" "$program" evaluate "$folder/utterances.csv" "${judged[@]}" > "$folder/evaluation.json"
command time -f "evaluate, a study with rules: $format" "$program" evaluate "$folder/study" --codebook "$folder/codebook-with-rules" "${judged[@]}" > "$folder/with-rules.json"

for megabytes in 50 200; do
  "$bench" generate "$megabytes" "$folder/$megabytes"
  command time -f "code --model, $megabytes MB: $format" "${code[@]}" "$folder/$megabytes" --out "$folder/out" --threads 2 > /dev/null
done
