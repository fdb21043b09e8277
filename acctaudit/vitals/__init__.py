"""Vital signs: a bar from 0 to 100 for each dimension, and one number only if asked for.

`curve` turns a figure into a score, `dimensions` makes the bars, `resampling` shows how far
they swing with the weeks that were drawn, `total` adds them up. Anchors and weights are
data (`data/anchors.csv`, `data/weights.csv`), each with its source.
"""
