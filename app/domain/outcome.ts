/** What a verb answers: a value, or one of its own reasons for refusing. Bugs are thrown, never returned. */
export type Outcome<Value, Reason extends string> = Done<Value> | Refused<Reason>;

export interface Done<Value> {
  ok: true;
  value: Value;
}

/** `detail` holds what the refusal sentence names, such as how many places are left. */
export interface Refused<Reason extends string> {
  ok: false;
  reason: Reason;
  detail?: Record<string, string | number>;
}

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

export function refused<Reason extends string>(reason: Reason, detail?: Refused<Reason>["detail"]): Refused<Reason> {
  return detail ? { ok: false, reason, detail } : { ok: false, reason };
}
