import type { MatchContext } from "./context";
import { type OwnWords, placeOnList } from "./own-list";
import type { ListingEdge } from "./plan-edges";
import type { PlanGraph } from "./plan-graph";
import { graphOf, type MatchGraph, studentOfEdge } from "./solver/graph";
import type { Preferences } from "./solver/preferences";
import { WHOLE } from "./weights";

/**
 * How far down a student's list a listing stands, less being dearer: what they asked for, then what they saved, both in their
 * order, then all others by how well they suit them. Equal numbers are a tie.
 */
export function studentTier(
  student: OwnWords,
  { listingId, forStudent }: Pick<ListingEdge, "listingId" | "forStudent">,
  context: Pick<MatchContext, "listInOrder">,
): number {
  return tierOnList(student, listingId, context) * (WHOLE + 1) + WHOLE - forStudent;
}

/** Places that were asked for are one tier above those that were saved where an input is from before they had an order. */
function tierOnList(student: OwnWords, listingId: string, context: Pick<MatchContext, "listInOrder">): number {
  const { requestedListingIds: asked, wishedListingIds: saved } = student;
  const place = placeOnList(student, listingId, context);
  if (place < 0) return 1 + asked.length + saved.length;
  return context.listInOrder || asked.includes(listingId) ? place : 1 + place;
}

/** How far down a placement's list a student stands: by how well they suit it. */
export function listingTier({ forPlacement }: Pick<ListingEdge, "forPlacement">): number {
  return WHOLE - forPlacement;
}

/** The pairs of a plan with both sides' lists; ties go by position, one order of students for all placements. */
export function preferenceGraph(
  plan: PlanGraph,
  context: Pick<MatchContext, "listInOrder">,
): { graph: MatchGraph; preferences: Preferences } {
  const edges = plan.edgesOf.flatMap((row, student) => row.map(({ place, weight }) => ({ student, place, weight })));
  const columns = {
    student: Int32Array.from(edges, ({ student }) => student),
    place: Int32Array.from(edges, ({ place }) => place),
    weight: Int32Array.from(edges, ({ weight }) => weight),
  };
  const graph = graphOf(columns, { students: plan.rows.length, seats: Int32Array.from(plan.seats) });
  const rows = plan.rows.map((row) => ({
    student: row.student,
    edges: new Map(row.edges.map((edge) => [edge.listingId, edge])),
  }));
  const edgeAt = (place: number, at: number) => {
    const row = rows[studentOfEdge(graph, at)];
    const edge = row?.edges.get(plan.listingIds[place] as string);
    if (!row || !edge) throw new Error("An edge of the graph is not in its row.");
    return { student: row.student, edge };
  };
  return {
    graph,
    preferences: {
      studentTier: graph.place.map((place, at) => {
        const { student, edge } = edgeAt(place, at);
        return studentTier(student, edge, context);
      }),
      placeTier: graph.place.map((place, at) => listingTier(edgeAt(place, at).edge)),
    },
  };
}
