#!/usr/bin/env bash
# How fast each format is read, beside `wc -w` and python-docx (Debian: python3-docx), and a Word file of 500 pages through the whole program. Needs GNU time.
# usage: benchmarks/reading.sh [MEGABYTES] [ROUNDS] [FOLDER]   (default: 5 megabytes, 7 rounds, a temporary folder)
set -euo pipefail
cd "$(dirname "$0")/.."
size=${1:-5} rounds=${2:-7} folder=${3:-$(mktemp -d)}
dotnet build -c Release -v quiet
benchmarks=artifacts/bin/Spancoder.Benchmarks/release/Spancoder.Benchmarks
"$benchmarks" reading "$size" "$rounds" "$folder" benchmarks/peers.py

"$benchmarks" transcript 1.55 "$folder/pages"
file=$folder/pages/transcript.docx
for round in 1 2 3 4 5; do
  /usr/bin/time -f "text, 500 pages: %e s, %U + %S s of the processor, %M KB at most" artifacts/bin/Spancoder.Cli/release/spancoder text "$file" > "$folder/pages/text"
  /usr/bin/time -f "python-docx, 500 pages: %e s, %U + %S s of the processor, %M KB at most" benchmarks/peers.py python-docx "$file" > /dev/null
done
echo "$(wc -w < "$folder/pages/text") words in $(unzip -p "$file" word/document.xml | grep -o '<w:p ' | wc -l) paragraphs"
