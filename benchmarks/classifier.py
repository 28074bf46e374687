#!/usr/bin/python3
"""The classifier as one would write it with scikit-learn, on one thread: prints seconds of the processor, without the start of Python and its modules, and how many segments there were.

usage: classifier.py train UTTERANCES.CSV CODINGS.CSV MODEL
       classifier.py predict UTTERANCES.JSONL MODEL OUTPUT
"""
import os

for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[library + "_NUM_THREADS"] = "1"

import collections
import csv
import itertools
import json
import pickle
import sys
import time

import numpy
from scipy.sparse import hstack
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

BUCKETS = 2**15
BATCH = 2000

words = HashingVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\w+|[?!？！]", strip_accents="unicode", n_features=BUCKETS, norm=None, alternate_sign=False)
characters = HashingVectorizer(analyzer="char_wb", ngram_range=(1, 5), strip_accents="unicode", n_features=BUCKETS, norm=None, alternate_sign=False)
damped = TfidfTransformer(use_idf=False, sublinear_tf=True, norm="l2")


def features(texts):
    return hstack([damped.fit_transform(block.transform(texts)) for block in (words, characters)], format="csr")


def train(utterances, codings, model):
    with open(utterances, newline="", encoding="utf-8") as table:
        rows = [(row["segment"], row["text"]) for row in csv.DictReader(table)]
    codes = collections.defaultdict(set)
    with open(codings, newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            codes[row["segment"]].add(row["code"])
    names = sorted(set().union(*codes.values()) - {"NONE"})
    labels = numpy.array([[name in codes[segment] for name in names] for segment, _ in rows], dtype=int)
    matrix = features([text for _, text in rows])
    learner = OneVsRestClassifier(LogisticRegression(solver="liblinear", C=4, class_weight="balanced"))
    before = time.process_time()
    learner.fit(matrix, labels)
    print(f"{time.process_time() - before:.2f} s of it find the weights", file=sys.stderr)
    with open(model, "wb") as file:
        pickle.dump((names, learner), file)
    return len(rows)


def predict(utterances, model, output):
    with open(model, "rb") as file:
        _, learner = pickle.load(file)
    count = 0
    with open(utterances, encoding="utf-8") as lines, open(output, "w", encoding="utf-8") as out:
        while batch := [json.loads(line) for line in itertools.islice(lines, BATCH)]:
            probabilities = learner.predict_proba(features([one["text"] for one in batch]))
            for one, ofOne in zip(batch, probabilities.tolist()):
                out.write(one["segment"] + "," + ",".join(["%.3f" % value for value in ofOne]) + "\n")
            count += len(batch)
    return count


begin = time.process_time()
counted = {"train": train, "predict": predict}[sys.argv[1]](*sys.argv[2:])
print(time.process_time() - begin, counted)
