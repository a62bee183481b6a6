import pg from "pg";

/** Statements that one connection keeps; each holds some ten kilobytes in Postgres. */
const MOST_KEPT = 200;
/** Statements remembered as met once. Those that are built for one question never come back. */
const MOST_MET = 2_000;
/**
 * What `select *` answers changes when a migration adds a column while this process runs, and Postgres refuses a kept
 * statement then. Other statements name their columns.
 */
const HAS_OPEN_COLUMNS = /(?:\bselect|\breturning|\bdistinct|,|\.|\bdistinct on \([^)]*\))\s*\*/i;

/**
 * A client that has Postgres read a statement once, not each time it is asked: joins behind walls take longer to make sense
 * of than a few rows to read. Whether the plan is kept as well is said by each door (`plan_cache_mode`).
 */
export class PlannedClient extends pg.Client {
  readonly #kept = new Map<string, string>();
  readonly #met = new Set<string>();

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of the library, passed on as they came
  override query(...asked: any[]): any {
    const [text, values, ...rest] = asked;
    const name = typeof text === "string" && Array.isArray(values) ? this.#nameOf(text) : undefined;
    const passedOn = name === undefined ? asked : [{ name, text, values }, ...rest];
    return super.query(...(passedOn as [string]));
  }

  /** A statement is kept from the second time on. */
  #nameOf(text: string): string | undefined {
    const kept = this.#kept.get(text);
    if (kept !== undefined || this.#kept.size >= MOST_KEPT || HAS_OPEN_COLUMNS.test(text)) return kept;
    if (!this.#met.delete(text)) {
      if (this.#met.size >= MOST_MET) this.#met.clear();
      this.#met.add(text);
      return undefined;
    }
    const name = `kept ${this.#kept.size + 1}`;
    this.#kept.set(text, name);
    return name;
  }
}
