import type { StaffActor, StudentActor } from "~/domain/actor";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { suggestPursuit } from "~/features/pursuits/suggest-pursuit.server";
import { type CastKey, cast, castActor } from "~db/cast";
import { giveLooking, hostByLink, lakeviewListing, type Stage, valueIn } from "./stage";

/** The cast as actors, for short. */
export const student = (key: "ana" | "hodan" | "jada" | "minh" | "leo" | "mateo" | "keisha" | "finn"): StudentActor =>
  castActor(cast[key]);
export const staff = (key: "tom" | "june" | "samir" | "ines" | "malik" | "greta" | "priya" | "walter"): StaffActor =>
  castActor(cast[key]);

/** Ana asks for a placement at Lakeview; answers the pursuit. */
export async function anaAsks(stage: Stage, placement = "clinic-care", note = "I love animals."): Promise<string> {
  const input = { listingId: lakeviewListing(placement), note };
  return valueIn(await requestPursuit(stage.wiring, student("ana"), input)).pursuitId;
}

/** Ana has asked and Ines has approved; nobody has consented unless Rosa did before. */
export async function anaApproved(stage: Stage, placement?: string): Promise<string> {
  const pursuitId = await anaAsks(stage, placement);
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  return pursuitId;
}

/** Ana's host has been contacted, resting on Rosa's yes. */
export async function anaContacted(stage: Stage, placement?: string): Promise<string> {
  await giveLooking(stage, "ana", "rosa");
  return anaApproved(stage, placement);
}

/** The host offers Ana the seat. */
export async function anaOffered(stage: Stage, placement?: string): Promise<string> {
  const pursuitId = await anaContacted(stage, placement);
  await hostOffers(stage, pursuitId);
  return pursuitId;
}

export async function hostOffers(stage: Stage, pursuitId: string): Promise<void> {
  const host = await hostByLink(stage, pursuitId);
  valueIn(await respondToFirstContact(stage.wiring, host, { pursuitId, answer: "offer", message: "" }));
}

/** Ines suggests a placement to somebody who has not asked. */
export async function inesSuggests(stage: Stage, key: CastKey = "ana", placement = "clinic-care"): Promise<string> {
  const input = { studentId: cast[key].personId, listingId: lakeviewListing(placement), score: 7000 };
  return valueIn(await suggestPursuit(stage.wiring, staff("ines"), input)).pursuitId;
}
