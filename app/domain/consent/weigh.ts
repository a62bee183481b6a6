import { type CivilDate, type Instant, instantMs } from "../time";

/** An answer somebody gave about one student and one purpose. Requests that nobody answered are not among them. */
export interface ConsentAnswer {
  id: string;
  /** Whose answer it is: a guardian, or the student who holds their own rights. */
  holderId: string;
  state: "given" | "refused" | "revoked";
  answeredAt: Instant;
  /** Last civil date on which it counts, null without an end. A no ends like a yes. */
  validUntil: CivilDate | null;
  /** The member of staff who took it down on paper or in person, null when the holder answered alone. */
  recordedBy: string | null;
}

export interface Weighed<Answer extends ConsentAnswer = ConsentAnswer> {
  /** The yes that holds, the newest first; null when there is none or a no outweighs it. */
  standing: Answer | null;
  /** The no that stands in the way until a coordinator has talked with the family. */
  inTheWay: Answer | null;
}

/**
 * What the answers about one purpose come to on a day. One signature suffices. A no of any holder outweighs every yes,
 * earlier or later, except a later yes of the same holder, and a later yes that staff recorded: then a coordinator has
 * talked with the family. At the same instant the no counts. `holders` are those who may consent on that day.
 */
export function weighConsents<Answer extends ConsentAnswer>(
  answers: readonly Answer[],
  { on, holders }: { on: CivilDate; holders: (holderId: string) => boolean },
): Weighed<Answer> {
  const live = answers.filter(
    (answer) => (answer.validUntil === null || answer.validUntil >= on) && holders(answer.holderId),
  );
  const yes = live
    .filter((answer) => answer.state === "given")
    .sort((a, b) => instantMs(b.answeredAt) - instantMs(a.answeredAt));
  const settles = (given: Answer, no: Answer) =>
    instantMs(given.answeredAt) > instantMs(no.answeredAt) &&
    (given.holderId === no.holderId || given.recordedBy !== null);
  const inTheWay = live.find((no) => no.state !== "given" && !yes.some((given) => settles(given, no))) ?? null;
  return { standing: inTheWay ? null : (yes[0] ?? null), inTheWay };
}
