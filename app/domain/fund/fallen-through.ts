import type { Cheque } from "./cheque";
import type { GiftTruth } from "./gift-truth";

/** Money that a donor had sent and that did not come after all; `minor` in minor units. */
export interface FallenThrough {
  id: string;
  kind: "payment" | "check";
  minor: number;
}

interface Before {
  /** How the gift stood before, and the ids of its payments that were on their way then. */
  standing: string;
  underWay: readonly string[];
  /** Ids of what had failed by then; null where nobody had noted it yet. */
  known: readonly string[] | null;
}

/**
 * What failed of a gift since it was looked at: all of it by id, and that of it which the donor has to hear of. A card that is refused
 * at once is seen at Stripe; a bank that does not send what was on its way, or takes it back, and a check that bounces are not. What is on
 * its way may be a part of the gift, whatever the word for the whole is.
 */
export function fallenThrough(
  { charges }: Pick<GiftTruth, "charges">,
  cheques: readonly Pick<Cheque, "id" | "minor" | "bouncedAt">[],
  { standing, underWay, known }: Before,
): { failed: string[]; late: FallenThrough[] } {
  const failed = charges.filter(({ status }) => status === "failed");
  // of a gift that was on its way before its payments were noted, none is known
  const wasUnderWay = (id: string) => (underWay.length > 0 ? underWay.includes(id) : standing === "processing");
  const late = failed.filter(({ id, lines }) => lines.length > 0 || wasUnderWay(id));
  const bounced = cheques.filter(({ bouncedAt }) => bouncedAt !== null);
  const isNew = ({ id }: { id: string }) => !known?.includes(id);
  return {
    failed: [...failed, ...bounced].map(({ id }) => id).sort(),
    late: [
      ...late.map(({ id, minor }) => ({ id, kind: "payment" as const, minor })),
      ...bounced.map(({ id, minor }) => ({ id, kind: "check" as const, minor })),
    ].filter(isNew),
  };
}
