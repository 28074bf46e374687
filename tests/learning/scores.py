"""Writes scores.json: invented judgements, and what scikit-learn and scipy say of them. Run with scikit-learn 1.2.1, scipy 1.10.1, numpy 1.24.2.

    python3 scores.py > scores.json
"""
import json
import random

import numpy as np
from scipy.stats import mannwhitneyu
from sklearn.metrics import brier_score_loss, f1_score, precision_recall_fscore_support, roc_auc_score

chance = random.Random(20171209)


def figures(average, people, machine):
    precision, recall, f1, _ = precision_recall_fscore_support(people, machine, average=average)
    return {"precision": precision, "recall": recall, "f1": f1}


def table(segments, codes, documents, share, noise):
    people = [[int(chance.random() < share) for _ in range(codes)] for _ in range(segments)]
    machine = [[has if chance.random() >= noise else 1 - has for has in row] for row in people]
    precision, recall, f1, support = precision_recall_fscore_support(people, machine, average=None)
    return {
        "documents": [chance.randrange(documents) for _ in range(segments)],
        "people": ["".join(map(str, row)) for row in people],
        "machine": ["".join(map(str, row)) for row in machine],
        "codes": [{"precision": p, "recall": r, "f1": f, "support": int(n)} for p, r, f, n in zip(precision, recall, f1, support)],
        "micro": figures("micro", people, machine),
        "macro_f1": f1_score(people, machine, average="macro"),
    }


def calibrated(segments):
    said = [round(chance.random() ** 2, 3) for _ in range(segments)]
    has = [int(chance.random() < p ** 1.5) for p in said]
    share = [np.mean([has[other] for other in range(segments) if said[other] == said[one]]) for one in range(segments)]  # of those with the same probability
    order = sorted(range(segments), key=lambda one: said[one])
    error = sum(abs(sum(said[one] for one in part) - sum(share[one] for one in part)) for part in np.array_split(order, 10)) / segments
    return {"said": said, "has": has, "brier": brier_score_loss(has, said), "error_of_ten_bins": error}


def ranked(positive, negative, shift, digits):
    with_code = [round(chance.gauss(shift, 1), digits) for _ in range(positive)]
    without = [round(chance.gauss(0, 1), digits) for _ in range(negative)]
    test = mannwhitneyu(with_code, without, alternative="greater", method="asymptotic", use_continuity=False)
    return {
        "with_code": with_code,
        "without": without,
        "area": roc_auc_score([1] * positive + [0] * negative, with_code + without),
        "p": float(test.pvalue),
    }


print(json.dumps({
    "tables": [table(40, 3, 5, 0.4, 0.2), table(60, 5, 8, 0.3, 0.35), table(25, 2, 3, 0.5, 0.1)],
    "calibrated": [calibrated(230), calibrated(400)],
    "without_ties": [ranked(chance.randrange(10, 30), chance.randrange(10, 60), chance.choice([0.2, 0.4, 0.6]), 9) for _ in range(40)],
    "with_ties": [ranked(chance.randrange(10, 30), chance.randrange(10, 60), 0.5, 0) for _ in range(10)],
}, indent=None, separators=(",", ":")).replace('},{', '},\n{'))
