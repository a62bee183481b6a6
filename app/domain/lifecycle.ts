import { type Refused, refused } from "./outcome";

/** One row of a lifecycle table: who may move a thing from where to where, what it needs, and who is told. */
export interface Transition<State extends string, Role extends string, Need extends string, Notice extends string> {
  from: State | readonly State[];
  to: State;
  by: readonly Role[];
  needs?: readonly Need[];
  notifies?: readonly Notice[];
}

/** Declares a lifecycle as data that a coordinator could read. The names of its transitions become a literal union. */
export function defineLifecycle<
  State extends string,
  Role extends string,
  Need extends string = never,
  Notice extends string = never,
>() {
  return <const Table extends Record<string, Transition<State, Role, Need, Notice>>>(table: Table): Table => table;
}

export type MoveRefusal = "wrong_state" | "not_permitted" | "still_needed";

/** What the table says of a wish to move: the new state, or why not. `met` lists the needs that hold now. */
export function move<State extends string, Role extends string, Need extends string, Notice extends string>(
  transition: Transition<State, Role, Need, Notice>,
  asked: { state: State; role: Role; met: readonly Need[] },
): { ok: true; to: State; notifies: readonly Notice[] } | Refused<MoveRefusal> {
  if (!transition.by.includes(asked.role)) return refused("not_permitted");
  const from = typeof transition.from === "string" ? [transition.from] : transition.from;
  if (!from.includes(asked.state)) return refused("wrong_state", { state: asked.state });
  const missing = (transition.needs ?? []).filter((need) => !asked.met.includes(need));
  if (missing.length > 0) return refused("still_needed", { missing: missing.join(",") });
  return { ok: true, to: transition.to, notifies: transition.notifies ?? [] };
}
