import type { AppLoadContext } from "@remix-run/node";
import type { Hint } from "~/domain/hint/hint";
import type { Role } from "~/domain/role";
import { describeMember } from "~/features/accounts/describe-member.server";
import { readSession } from "./session.server";

/** Who is signed in, as the header shows it. */
export interface Viewer {
  /** Tells one member from another on a shared device; means nothing elsewhere. */
  key: string;
  /** The name they use, or their mail address while they have no place. */
  name: string;
  /** Their role in this session, such as "student"; empty without a membership. */
  role: string;
  /** The school or organisation they act in. */
  place: string;
  /** Their places; `key` is a key under `common:nav`. */
  nav: Place[];
  /** Who answers their questions, school by school. */
  help: ShownHelp[];
  /** The pages that say to them what they are for, because they are new to it. */
  hints: readonly Hint[];
}

/** `isRare`: gone to less often than every day. */
interface Place {
  to: string;
  key: string;
  isRare?: true;
}

/** Somebody at a school with a number to call. */
export interface ShownHelp {
  school: string;
  name: string;
  phone: string;
}

const COORDINATOR_NAV: Place[] = [
  { to: "/coordinator", key: "needsYou" },
  { to: "/coordinator/matches", key: "matches" },
  { to: "/coordinator/pursuits", key: "pursuits" },
  { to: "/coordinator/listings", key: "listings" },
  { to: "/coordinator/people", key: "people" },
  { to: "/coordinator/introductions", key: "introductions" },
  { to: "/coordinator/contacts", key: "contacts", isRare: true },
  { to: "/coordinator/checks", key: "checks", isRare: true },
  { to: "/coordinator/imports", key: "imports", isRare: true },
  { to: "/coordinator/tasks", key: "tasks" },
  { to: "/coordinator/fund", key: "fund", isRare: true },
];

const NAV: Record<Role, Place[]> = {
  student: [
    { to: "/student", key: "mine" },
    { to: "/search", key: "search" },
    { to: "/introduce", key: "introduce" },
  ],
  guardian: [
    { to: "/guardian", key: "family" },
    { to: "/search", key: "search" },
    { to: "/introduce", key: "introduce" },
  ],
  mentor: [
    { to: "/mentor", key: "placements" },
    { to: "/mentor/give", key: "give" },
  ],
  advisor: [
    { to: "/advisor", key: "students" },
    { to: "/search", key: "search" },
  ],
  coordinator: [...COORDINATOR_NAV, { to: "/search", key: "search" }],
  admin: [...COORDINATOR_NAV, { to: "/search", key: "search" }, { to: "/operations", key: "operations", isRare: true }],
  system: [],
};

/** The first page of each role: where `/home` leads. */
export function homeOf(role: Role): string {
  return NAV[role][0]?.to ?? "/account";
}

/** The reader of this request, or nobody. */
export async function readViewer(request: Request, context: AppLoadContext): Promise<Viewer | null> {
  const session = await readSession(request, context);
  if (!session) return null;
  const key = session.membershipId ?? session.accountId;
  if (!session.actor) return { key, name: session.mail, role: "", place: "", nav: [], help: [], hints: [] };
  const member = await describeMember(context.wiring, session.actor);
  return { ...member, key, nav: NAV[member.role], hints: session.hints };
}
