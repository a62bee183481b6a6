import type { SchoolActor } from "~/domain/actor";
import type { HowItCame } from "~/lifecycle.server";
import type { PursuitFacts } from "~db/pursuits.server";

/** An answer of a host or a student to a pursuit of a locked student. */
export interface Answering {
  /** Whoever gives it, or the member of staff who takes it down. */
  actor: SchoolActor;
  pursuit: PursuitFacts;
  /** For whom and how, where staff take it down. */
  came?: HowItCame | undefined;
}
