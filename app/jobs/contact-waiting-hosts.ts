import { contactHosts } from "~/features/pursuits/contact-hosts.server";
import type { Wiring } from "~/wiring";
import { actForSchool } from "./act-for-school";
import type { Payload } from "./catalogue";

export async function contactWaitingHosts(
  wiring: Wiring,
  { schoolId, listingId }: Payload<"contact-hosts">,
): Promise<void> {
  const actor = await actForSchool(wiring, { schoolId, job: "contact-hosts" });
  if (actor) await contactHosts(wiring, actor, { listingId });
}
