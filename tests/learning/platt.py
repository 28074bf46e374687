"""Makes platt.json: what scikit-learn's fit of a sigmoid says of scores that are invented here. Run in this folder: python3 platt.py"""

import json
import random

import numpy
import sklearn
from sklearn.calibration import _sigmoid_calibration


def drawn(seed, positives, negatives, distance, scale=1.0):
    chance = random.Random(seed)
    scores = [chance.gauss(distance, 1) for _ in range(positives)] + [chance.gauss(-distance, 1) for _ in range(negatives)]
    return [round(scale * score, 4) for score in scores], [1] * positives + [0] * negatives


SETS = {
    "a few by hand": ([-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5], [0, 0, 1, 0, 1, 0, 1, 1]),
    "one positive": ([-1.0, -0.75, -0.5, 0.25, 0.75], [0, 0, 0, 0, 1]),
    "well apart": drawn(1, 30, 30, 1.0),
    "hardly apart": drawn(2, 40, 60, 0.2),
    "rare": drawn(3, 12, 188, 0.8),
    "common": drawn(4, 90, 10, 0.8),
    "no connection": drawn(5, 50, 50, 0.0),
    "the wrong way round": drawn(6, 40, 40, -0.7),
    "separated": drawn(7, 25, 25, 4.0),
    "far from zero": ([6 + score for score in drawn(8, 40, 60, 0.8)[0]], drawn(8, 40, 60, 0.8)[1]),
    "large scores": drawn(9, 40, 60, 0.8, scale=12.0),
    "small scores": drawn(10, 40, 60, 0.8, scale=0.05),
    "ties": ([round(score) for score in drawn(11, 50, 80, 0.9)[0]], drawn(11, 50, 80, 0.9)[1]),
}

rows = []
for name, (scores, labels) in SETS.items():
    a, b = _sigmoid_calibration(numpy.array(scores, dtype=float), numpy.array(labels))
    rows.append("  " + json.dumps({"name": name, "a": float(a), "b": float(b), "scores": scores, "labels": labels}))

with open("platt.json", "w", encoding="utf-8", newline="\n") as file:
    source = f"scikit-learn {sklearn.__version__}, sklearn.calibration._sigmoid_calibration, by platt.py beside this file"
    file.write('{\n "source": ' + json.dumps(source) + ',\n "sets": [\n' + ",\n".join(rows) + "\n ]\n}\n")
