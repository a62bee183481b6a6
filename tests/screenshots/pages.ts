import type { CastAccountKey } from "../../db/cast";
import type { Prepared } from "./prepared";

export interface Pictured {
  name: string;
  as: CastAccountKey | null;
  /** An address; one with an arrow leads on to the first link of the page that begins like what follows. */
  path: string | ((prepared: Prepared) => string);
  status?: 404;
  media?: "print";
}

/** What `npm run screenshots` takes: the pages of each of the named people, and those behind a link of a mail. */
export const pages: Pictured[] = [
  { name: "landing", as: null, path: "/" },
  { name: "sign-in", as: null, path: "/sign-in" },
  { name: "cast", as: null, path: "/local/cast" },
  { name: "not-found", as: null, path: "/nowhere", status: 404 },
  { name: "student-home", as: "ana", path: "/student" },
  { name: "student-home-own-consent", as: "minh", path: "/student" },
  { name: "student-pursuit", as: "ana", path: "/student → /student/pursuits/" },
  { name: "student-pursuit-refused", as: "leo", path: "/student → /student/pursuits/" },
  { name: "student-interests", as: "ana", path: "/student/interests" },
  { name: "student-cards", as: "ana", path: "/student/interests/cards" },
  { name: "search-empty", as: "ana", path: "/search" },
  { name: "search", as: "ana", path: "/search?q=animals" },
  { name: "search-saved", as: "ana", path: "/student/searches" },
  { name: "search-keep", as: "ana", path: "/student/searches/new?q=animals&day=2" },
  { name: "search-nothing", as: "ana", path: "/search?q=zzzzqqqq&day=1" },
  { name: "search-wider", as: "ana", path: "/search?q=animals&day=7&kind=internship" },
  { name: "suggest", as: "ana", path: "/suggest?wish=glass%20blowing" },
  { name: "placement", as: "ana", path: "/search?q=animals → /placements/" },
  { name: "guardian-home", as: "rosa", path: "/guardian" },
  { name: "guardian-consent", as: "monique", path: "/guardian → /guardian/consents/" },
  { name: "introduce", as: "rosa", path: "/introduce" },
  { name: "consent-by-link", as: null, path: ({ consent }) => consent },
  { name: "mentor-home", as: "maya", path: "/mentor" },
  { name: "mentor-placement", as: "maya", path: "/mentor → /mentor/placements/[0-9a-f]" },
  { name: "mentor-new-placement", as: "maya", path: "/mentor/placements/new" },
  { name: "mentor-pursuit", as: "carlos", path: "/mentor → /mentor/pursuits/" },
  { name: "first-contact-by-link", as: null, path: ({ firstContact }) => firstContact },
  { name: "invitation", as: null, path: ({ invitation }) => invitation },
  { name: "advisor-home", as: "tom", path: "/advisor" },
  { name: "coordinator-needs-you", as: "ines", path: "/coordinator" },
  { name: "coordinator-tasks", as: "ines", path: "/coordinator/tasks" },
  { name: "coordinator-consent", as: "ines", path: ({ paperConsent }) => paperConsent },
  { name: "coordinator-letter", as: "ines", path: ({ paperConsent }) => `${paperConsent}/letter` },
  {
    name: "coordinator-letter-print",
    as: "ines",
    path: ({ paperConsent }) => `${paperConsent}/letter`,
    media: "print",
  },
  { name: "coordinator-fund", as: "ines", path: "/coordinator/fund" },
  { name: "coordinator-fund-admin", as: "priya", path: "/coordinator/fund" },
  { name: "coordinator-fund-entries", as: "ines", path: "/coordinator/fund/entries" },
  { name: "coordinator-fund-month", as: "ines", path: "/coordinator/fund/month" },
  { name: "coordinator-fund-checks", as: "priya", path: "/coordinator/fund/checks" },
  { name: "coordinator-fund-settings", as: "priya", path: "/coordinator/fund/settings" },
  { name: "mentor-give", as: "maya", path: "/mentor/give" },
  { name: "coordinator-listings", as: "ines", path: "/coordinator/listings" },
  { name: "coordinator-listing", as: "ines", path: "/coordinator/listings → /coordinator/listings/[0-9a-f]" },
  { name: "coordinator-imports", as: "ines", path: "/coordinator/imports" },
  { name: "coordinator-import-columns", as: "ines", path: ({ importColumns }) => importColumns },
  { name: "coordinator-import-check", as: "ines", path: ({ importCheck }) => importCheck },
  { name: "coordinator-import-result", as: "ines", path: ({ importResult }) => importResult },
  { name: "coordinator-words", as: "ines", path: "/coordinator/words" },
  { name: "operations", as: "priya", path: "/operations" },
  { name: "coordinator-demand", as: "ines", path: "/coordinator/demand" },
  { name: "coordinator-matches", as: "ines", path: "/coordinator/matches" },
  {
    name: "coordinator-matches-of-student",
    as: "ines",
    path: "/coordinator/matches?show=students → /coordinator/matches/students/",
  },
  { name: "coordinator-pair", as: "ines", path: "/coordinator/matches → /coordinator/matches/pairs/" },
  { name: "coordinator-what-if", as: "ines", path: "/coordinator/matches/what-if" },
  { name: "coordinator-compare", as: "ines", path: "/coordinator/matches/compare" },
  { name: "coordinator-seats", as: "ines", path: "/coordinator/matches/seats" },
  { name: "coordinator-equity", as: "ines", path: "/coordinator/matches/equity" },
  { name: "coordinator-weights", as: "ines", path: "/coordinator/matches/weights" },
  { name: "coordinator-travel", as: "ines", path: "/coordinator/matches/travel" },
  { name: "coordinator-pursuits", as: "ines", path: "/coordinator/pursuits" },
  { name: "coordinator-pursuit", as: "ines", path: "/coordinator/pursuits → /coordinator/pursuits/[0-9a-f]" },
  { name: "coordinator-introductions", as: "ines", path: "/coordinator/introductions" },
  {
    name: "coordinator-introduction",
    as: "ines",
    path: "/coordinator/introductions → /coordinator/introductions/[0-9a-f]",
  },
  { name: "local-mailbox", as: "ines", path: "/local/mailbox" },
  { name: "account", as: "ines", path: "/account" },
];
