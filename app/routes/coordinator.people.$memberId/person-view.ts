import type { SerializeFrom } from "@remix-run/node";
import type { openPerson } from "~/features/people/open-person.server";

/** What the page of a person was given. */
export type PersonView = SerializeFrom<Extract<Awaited<ReturnType<typeof openPerson>>, { ok: true }>["value"]>;
