import type { PursuitState } from "~/domain/pursuit/lifecycle";

/** The tabs, in the order in which a pursuit goes through them, with the states of each. */
export const VIEWS = {
  waiting: ["requested"],
  moving: ["suggested", "approved", "contacted", "offered"],
  placed: ["accepted", "completed"],
  ended: ["declined", "not_taken", "expired", "withdrawn"],
} as const satisfies Record<string, readonly PursuitState[]>;

export type QueueView = keyof typeof VIEWS;
export const QUEUE_VIEWS = Object.keys(VIEWS) as QueueView[];

/** What an address asks to see; whatever makes no sense in it counts as not said. */
export function readQueueView(url: string): { view: QueueView; page: number } {
  const search = new URL(url).searchParams;
  const asked = search.get("show");
  const page = Number(search.get("page"));
  return {
    view: QUEUE_VIEWS.find((view) => view === asked) ?? "waiting",
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** How many pursuits each tab holds. */
export function countsOf(byState: Partial<Record<PursuitState, number>>): Record<QueueView, number> {
  const sum = (states: readonly PursuitState[]) => states.reduce((total, state) => total + (byState[state] ?? 0), 0);
  return {
    waiting: sum(VIEWS.waiting),
    moving: sum(VIEWS.moving),
    placed: sum(VIEWS.placed),
    ended: sum(VIEWS.ended),
  };
}
