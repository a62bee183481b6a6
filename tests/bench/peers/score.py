"""Scores everybody with every open placement in numpy, a student at a time in whole columns, and keeps the best of each.

Reads what score-input.ts wrote; prints seconds of processor time for each run and the sum of the weights kept.
"""
import json
import sys
import time

import numpy as np

WHOLE, NEUTRAL, NEUTRAL_INTERESTS, NOT_STARRED, BEST_SHARE = 10_000, 5_000, 4_000, 2_500, 7_000

path, runs = sys.argv[1], int(sys.argv[2])
with open(path) as file:
    given = json.load(file)
own, theirs, kept = given["weights"]["student"], given["weights"]["placement"], given["kept"]
is_open = np.array(given["open"], dtype=bool)
days, fits = np.array(given["days"]), np.array(given["fits"], dtype=bool)
languages, experience = np.array(given["languages"]), np.array(given["experience"])
minutes, lenient = np.array(given["minutes"]), np.array(given["lenient"], dtype=bool)
# By interest and tag; tag 0 is none.
similar, counted = np.array(given["similar"]), np.array(given["counted"])
interest_idf, tag_idf = np.array(given["interestIdf"]), np.array(given["tagIdf"])
own_tags, mentor_tags = np.array(given["ownTags"]), np.array(given["mentorTags"])


def way_share(minutes, limit):
    share = np.maximum(0, WHOLE - -(-WHOLE * minutes // limit))
    return np.where(minutes == -2, WHOLE, np.where(minutes == -1, NEUTRAL, share))


def blended(best, coverage):
    return (BEST_SHARE * best + (WHOLE - BEST_SHARE) * coverage) // WHOLE


def answered(answer, tags, idf_of):
    """How well the likes answer tags that somebody wants; neutral where there are none."""
    weight = idf_of.sum(axis=1)
    covered = (answer[tags] * idf_of).sum(axis=1) // np.maximum(1, weight)
    return np.where(tags[:, 0] > 0, blended(answer[tags].max(axis=1), covered), NEUTRAL_INTERESTS)


own_idf, mentor_idf = tag_idf[own_tags], tag_idf[mentor_tags]


def best_weights(student):
    way = student["way"]
    reach = lenient[way] | (minutes[way] <= student["limit"])
    at = np.flatnonzero(is_open[student["open"]] & fits[student["days"]] & reach)
    day, tags = days[student["days"]][at], own_tags[at]
    liked, plain = student["liked"], NEUTRAL if student["isSilent"] else NOT_STARRED
    u = own["wish"] * plain + own["continuity"] * NEUTRAL + own["days"] * day
    u = u + own["travel"] * way_share(minutes[way][at], student["limit"])
    u = u + own["language"] * languages[student["languages"]][at]
    is_disliked = np.zeros(len(tag_idf), dtype=bool)
    is_disliked[[tag for tag, _ in student["disliked"]]] = True
    if liked:
        which = np.array([interest for interest, _, _ in liked])
        answers = np.where(is_disliked, 0, counted[which])
        each = answers[:, tags].max(axis=2)
        worth = np.array([best for _, _, best in liked])
        weight = np.array([strength for _, strength, _ in liked]) * interest_idf[which]
        best = (each * worth[:, None] // WHOLE).max(axis=0)
        fit = blended(best, (each * weight[:, None]).sum(axis=0) // weight.sum())
        fit = np.where(tags[:, 0] > 0, fit, NEUTRAL_INTERESTS)
        answer = answers.max(axis=0)
        wanted = answered(answer, tags, own_idf[at])
        mentor = answered(answer, mentor_tags[at], mentor_idf[at])
    else:
        fit = wanted = mentor = np.full(len(at), NEUTRAL_INTERESTS)
    goal = NEUTRAL
    if student["goals"]:
        nearest = np.where(is_disliked, 0, similar[student["goals"]])[:, tags].max(axis=(0, 2))
        goal = NEUTRAL + (WHOLE - NEUTRAL) * nearest // WHOLE
    u = u + own["interests"] * fit + own["goals"] * goal
    for place, share in student["wished"]:
        u[at == place] += own["wish"] * (share - plain)
    u = (u + WHOLE // 2) // WHOLE
    if student["disliked"]:
        taint = np.zeros(len(tag_idf), dtype=np.int64)
        for tag, counts in student["disliked"]:
            taint[tag] = counts
        penalty = given["weights"]["dislikes"] * np.minimum(WHOLE, taint[tags].sum(axis=1))
        u = u - np.minimum(u, (penalty + WHOLE // 2) // WHOLE)
    v = theirs["experience"] * experience[at] + theirs["days"] * day + theirs["wanted"] * wanted
    v = (v + theirs["mentor"] * mentor + WHOLE // 2) // WHOLE
    weight = (7 * u + 3 * v + 5) // 10
    return weight if len(weight) <= kept else np.partition(weight, len(weight) - kept)[-kept:]


seconds, total = [], 0
for _ in range(runs):
    begin = time.process_time()
    total = sum(int(best_weights(student).sum()) for student in given["students"])
    seconds.append(time.process_time() - begin)
print(json.dumps({"seconds": seconds, "total": total}))
