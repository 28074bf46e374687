"""Makes corrected.json: what the formulas of the sources say, worked out with matrices over single segments, of studies that are invented here.

Run in this folder: python3 corrected.py

share      as prediction-powered inference estimates a mean (ppi_mean_pointestimate of ppi_py: mean of the predictions over all, plus mean of label less prediction over the labelled)
error      Agresti and Min (2005): half a pair of each of the four kinds is added to the sample; of a sample without replacement (Cochran 1977)
spread, df Bell and McCaffrey (2002), CR2 with Satterthwaite's degrees of freedom, of a regression on nothing but a constant, with hat matrices
t          scipy.stats.t.ppf(0.975, df)
"""

import json

import numpy
import scipy
from scipy.stats import t as student

PAIRS = [(1, 1), (1, 0), (0, 1), (0, 0)]  # people, machine


def study(seed, documents, mean, prevalence, known, drawn):
    chance = numpy.random.default_rng(seed)
    sizes = numpy.maximum(2, chance.poisson(mean, documents))
    document = numpy.repeat(numpy.arange(documents), sizes)
    given = chance.beta(4 * prevalence, 4 * (1 - prevalence), documents)[document]
    people = (chance.random(len(document)) < given).astype(int)
    machine = numpy.where(people == 1, chance.random(len(document)) < 0.7, chance.random(len(document)) < 0.08).astype(int)
    order = chance.permutation(len(document))
    is_known = numpy.zeros(len(document), bool)
    is_known[order[:known]] = True
    is_drawn = numpy.zeros(len(document), bool)
    is_drawn[order[known:known + drawn]] = True
    return document, people, machine, is_known, is_drawn


def inverse_root(matrix):
    values, vectors = numpy.linalg.eigh(matrix)
    return vectors @ numpy.diag(values ** -0.5) @ vectors.T


def cr2(document, residuals):
    """Variance of the mean, and its degrees of freedom, with independent segments as the working model."""
    n = len(document)
    design = numpy.ones((n, 1))
    bread = numpy.linalg.inv(design.T @ design)
    hat = design @ bread @ design.T
    meat, columns = 0.0, []
    for one in sorted(set(document)):
        rows = numpy.flatnonzero(document == one)
        adjust = inverse_root(numpy.eye(len(rows)) - hat[numpy.ix_(rows, rows)])
        meat += (bread @ design[rows].T @ adjust @ residuals[rows]).item() ** 2
        columns.append((numpy.eye(n) - hat)[:, rows] @ adjust @ design[rows] @ bread)
    products = numpy.hstack(columns).T @ numpy.hstack(columns)
    return meat, numpy.trace(products) ** 2 / numpy.trace(products @ products)


def counted(document, people, machine, known, drawn):
    rows = []
    for one in sorted(set(document)):
        here = document == one
        frame, sampled = here & ~known, here & drawn
        pairs = [int(numpy.sum(sampled & (people == a) & (machine == b))) for a, b in PAIRS]
        rows.append([int(frame.sum()), int(machine[frame].sum()), int((here & known).sum()), int(people[here & known].sum()), int(machine[here & known].sum())] + pairs)
    return rows


def expected(document, people, machine, known, drawn):
    n, frame, sampled = len(document), int((~known).sum()), int(drawn.sum())
    difference = people[drawn] - machine[drawn]
    in_frame = machine[~known].mean() + difference.mean()
    share = (people[known].sum() + frame * in_frame) / n

    added = numpy.append(difference, [a - b for a, b in PAIRS])
    weights = numpy.append(numpy.ones(sampled), [0.5] * 4)
    middle = numpy.average(added, weights=weights)
    variance = numpy.average((added - middle) ** 2, weights=weights) / weights.sum()
    error = frame / n * numpy.sqrt((1 - sampled / frame) * variance)

    residuals = numpy.where(known, people - share, machine + difference.mean() - share).astype(float)
    residuals[drawn] += (difference - difference.mean()) * frame / sampled
    spread, df = cr2(document, residuals)
    df = min(df, sampled - 1, cr2(document[drawn], numpy.zeros(sampled))[1])
    least = people[known | drawn].sum() / n  # what is seen already holds, whatever is not
    share = min(max(share, least), least + (n - (known | drawn).sum()) / n)
    return {"share": float(share), "error": float(error), "spread": float(max(numpy.sqrt(spread), error)), "df": float(df)}


STUDIES = {
    "twelve documents": (1, 12, 20, 0.2, 0, 60),
    "with a stratum that is known": (2, 12, 20, 0.2, 40, 60),
    "documents of very different lengths": (3, 8, 6, 0.3, 0, 20),
    "a rare code": (4, 20, 15, 0.03, 0, 60),
    "a common code": (5, 20, 15, 0.8, 10, 60),
    "two documents": (6, 2, 30, 0.3, 0, 20),
    "most are drawn": (7, 10, 12, 0.3, 5, 90),
}

rows = []
for name, given in STUDIES.items():
    made = study(*given)
    rows.append("  " + json.dumps({"name": name, **expected(*made), "documents": counted(*made)}))

quantiles = [{"df": df, "t": float(student.ppf(0.975, df))} for df in (1, 1.5, 2, 3.7, 5, 9, 11.25, 27.4, 39, 40, 41, 199, 1999.5, 1e5)]
with open("corrected.json", "w", encoding="utf-8", newline="\n") as file:
    source = f"numpy {numpy.__version__}, scipy {scipy.__version__}, by corrected.py beside this file"
    file.write('{\n "source": ' + json.dumps(source) + ',\n "quantiles": ' + json.dumps(quantiles) + ',\n "studies": [\n' + ",\n".join(rows) + "\n ]\n}\n")
