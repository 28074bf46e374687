#!/usr/bin/env bash
# How long `spancoder code` and `spancoder report` take over 50,000 segments, and how long Chromium takes to open the page, beside an empty one.
# Needs Python, GNU time, and Chromium (or BROWSER). usage: benchmarks/report.sh [SEGMENTS] [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
segments=${1:-50000}
folder=${2:-$(mktemp -d)}
browser=${BROWSER:-chromium}
dotnet build -c Release -v quiet
program=artifacts/bin/Spancoder.Cli/release/spancoder
python3 - "$segments" "$folder/study" <<'PY'
# Documents of 100 turns, question and answer in turn, of sentences that the sample's speakers say, drawn with a fixed seed; to every third answer an invented person gives an invented code.
import pathlib, random, re, sys
chance = random.Random(1)
said = []
for name in ["D01_resident_sculptor.txt", "D06_throwing_master.txt", "D14_young_migrant.txt", "D17_clay_supplier.txt", "D07_gallerist.json"]:
    text = pathlib.Path("corpus-sample", name).read_text(encoding="utf-8-sig")
    said += [" ".join(s.split()) for s in re.split(r"(?<=[.!?。！？])\s*|\n", re.sub(r'["{}\[\]()（）]', " ", text)) if 4 < len(s.strip()) < 120 and not re.search(r"[:：#]", s)]
folder = pathlib.Path(sys.argv[2])
(folder / "codings").mkdir(parents=True, exist_ok=True)
codes = [f"{top}.{sub}" for top in ("DC", "IP", "PC", "MR") for sub in (1, 2, 3, 4)]
rows = ["segment,code,coder"]
for number in range(int(sys.argv[1]) // 100):
    turns = (f"{'QA'[turn % 2]}: " + " ".join(chance.choice(said) for _ in range(1 if turn % 2 == 0 else 4)) for turn in range(100))
    rows += [f"p{number:04}.txt#{turn},{chance.choice(codes)},nobody" for turn in range(2, 101, 6)]
    (folder / f"p{number:04}.txt").write_text("\n".join(turns) + "\n", encoding="utf-8")
(folder / "codings" / "nobody.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
PY
run() { /usr/bin/time -f "$1: %e s (processor: %U + %S s), %M KB at most" "${@:2}" > /dev/null; }
run "code" "$program" code "$folder/study" --out "$folder/out" --interviewer Q --decide rules
du -bh "$folder/out/"* | sed "s#$folder/out/##"
for round in 1 2 3; do
  rm -rf "$folder/again"
  run "report, all layouts" "$program" report "$folder/out" --out "$folder/again"
  run "an empty page" "$browser" --headless --no-sandbox --disable-gpu --screenshot="$folder/empty.png" --window-size=1280,900 about:blank
  run "the page" "$browser" --headless --no-sandbox --disable-gpu --screenshot="$folder/page.png" --window-size=1280,900 "file://$folder/again/report.html"
done 2>&1 | grep " s ("
