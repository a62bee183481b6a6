import type { SerializeFrom } from "@remix-run/node";
import type { loader } from "./route";

/** What the page of a person was given. */
export type PersonView = SerializeFrom<typeof loader>;
