import type { CastKey } from "../../db/cast";

/** What `npm run screenshots` takes: the pages of each of the named people. A page behind a list is its first entry. */
export const pages: { name: string; as: CastKey | null; path: string; firstLink?: RegExp }[] = [
  { name: "landing", as: null, path: "/" },
  { name: "sign-in", as: null, path: "/sign-in" },
  { name: "cast", as: null, path: "/local/cast" },
  { name: "student-home", as: "ana", path: "/student" },
  { name: "student-pursuit", as: "ana", path: "/student", firstLink: /^\/student\/pursuits\/[^/]+$/ },
  { name: "search", as: "ana", path: "/search?q=animals" },
  { name: "placement", as: "ana", path: "/search?q=animals", firstLink: /^\/placements\/[^/]+$/ },
  { name: "guardian-home", as: "rosa", path: "/guardian" },
  { name: "introduce", as: "rosa", path: "/introduce" },
  { name: "mentor-home", as: "maya", path: "/mentor" },
  { name: "mentor-new-placement", as: "maya", path: "/mentor/placements/new" },
  { name: "advisor-home", as: "tom", path: "/advisor" },
  { name: "coordinator-needs-you", as: "ines", path: "/coordinator" },
  { name: "coordinator-listings", as: "ines", path: "/coordinator/listings" },
  { name: "coordinator-imports", as: "ines", path: "/coordinator/imports" },
  { name: "coordinator-matches", as: "ines", path: "/coordinator/matches" },
  { name: "coordinator-pursuits", as: "ines", path: "/coordinator/pursuits" },
  { name: "coordinator-introductions", as: "ines", path: "/coordinator/introductions" },
  { name: "local-mailbox", as: "ines", path: "/local/mailbox" },
  { name: "account", as: "ines", path: "/account" },
];
