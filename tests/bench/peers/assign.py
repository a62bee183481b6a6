"""Solves a graph file with scipy and prints seconds of processor time for each run, and the total."""
import json
import sys
import time

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

UNPLACED = 10_000_000

path, runs = sys.argv[1], int(sys.argv[2])
data = np.fromfile(path, dtype=np.int32)
n, m, edges = data[:3]
start, place, weight, seats = np.split(data[3:], np.cumsum([n + 1, edges, edges]))
first = np.concatenate([[0], np.cumsum(seats)])
copies = seats[place]
rows = np.repeat(np.repeat(np.arange(n), np.diff(start)), copies)
offset = np.arange(copies.sum()) - np.repeat(np.cumsum(copies) - copies, copies)
columns = np.repeat(first[place], copies) + offset
top = int(weight.max()) + 1
cost = np.repeat(top - weight, copies)
# Whoever is left over takes a column of their own, which costs more than any place.
rows = np.concatenate([rows, np.arange(n)])
columns = np.concatenate([columns, first[-1] + np.arange(n)])
cost = np.concatenate([cost, np.full(n, UNPLACED)]).astype(float)
graph = csr_matrix((cost, (rows, columns)), shape=(n, first[-1] + n))
seconds = []
for _ in range(runs):
    begin = time.process_time()
    _, chosen = min_weight_full_bipartite_matching(graph)
    seconds.append(time.process_time() - begin)
is_placed = chosen < first[-1]
spent = np.asarray(graph[np.arange(n), chosen]).ravel()[is_placed]
print(json.dumps({"seconds": seconds, "placed": int(is_placed.sum()), "total": int((top - spent).sum())}))
