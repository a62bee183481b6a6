import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { isPractice } from "~/domain/fund/practice";
import type { FundSettings } from "~/domain/fund/settings";
import { done, type Outcome, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import { openFundAccount } from "~/steps/fund-account.server";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { listDistrictSchools } from "~db/offered-listings.server";
import { countOwnGifts, listOwnGifts } from "~db/organisation-gifts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** A fund that takes gifts, as donors see it. */
export interface OpenFund {
  schoolId: string;
  schoolName: string;
  /** Who at the school helps a donor. */
  help: { name: string; phone: string };
  /** No money moves there. */
  isPractice: boolean;
  settings: Pick<
    FundSettings,
    "currency" | "purposes" | "suggestedMinor" | "minimumMinor" | "maximumMinor" | "anonymousAllowed"
  >;
}

type OwnGift = Awaited<ReturnType<typeof listOwnGifts>>[number] & {
  schoolName: string;
  /** The day on which it was entered, at the school. */
  onDay: string;
};

export interface GivePage {
  funds: OpenFund[];
  /** Who at which school helps a donor while no fund takes gifts; empty otherwise, and for the bearer of a link. */
  helpers: Pick<OpenFund, "schoolId" | "schoolName" | "help">[];
  /** What the mentor's organisation gave before; empty for the bearer of a link. */
  own: OwnGift[];
  /** Of what they gave before: which page this is, and of how many. */
  page: number;
  pages: number;
}

const GIFTS_PER_PAGE = 20;

/** What somebody who wants to give may choose from: the school of their link, or the open funds of a mentor's district. */
export async function openGive(
  wiring: Wiring,
  actor: Actor,
  { page: wanted = 1 }: { page?: number } = {},
): Promise<Outcome<GivePage, "not_permitted">> {
  if (actor.kind === "link") {
    if (actor.linkKind !== "give" || actor.subjectId !== actor.schoolId) return refused("not_permitted");
    const { funds } = await lookAtFunds(wiring, actor.districtId, [actor.schoolId]);
    return done({ funds, helpers: [], own: [], page: 1, pages: 1 });
  }
  if (actor.kind !== "mentor") return refused("not_permitted");
  const { districtId, organisationId } = actor;
  const { schools, ...given } = await withScope(wiring, actor, async (tx) => {
    const count = await countOwnGifts(tx, { organisationId });
    const { page, pages, ...slice } = pageSlice({ count, limit: GIFTS_PER_PAGE, wanted });
    const own = await listOwnGifts(tx, { organisationId, ...slice });
    const schools = await listDistrictSchools(tx, districtId);
    return { schools, own: own.map((gift) => placed(gift, schools)), page, pages };
  });
  const ids = schools.map(({ id }) => id);
  const { funds, helpers } = await lookAtFunds(wiring, districtId, ids);
  return done({ funds, helpers: funds.length === 0 ? helpers : [], ...given });
}

/** A gift with the name of its school, and the day there. */
function placed(
  gift: Awaited<ReturnType<typeof listOwnGifts>>[number],
  schools: Awaited<ReturnType<typeof listDistrictSchools>>,
): OwnGift {
  const school = schools.find(({ id }) => id === gift.school_id);
  const onDay = civilDate(new Date(gift.created_at), school?.time_zone ?? "UTC");
  return { ...gift, schoolName: school?.name ?? "", onDay };
}

async function lookAtFunds(
  wiring: Wiring,
  districtId: string,
  schoolIds: readonly string[],
): Promise<Pick<GivePage, "funds" | "helpers">> {
  const funds: OpenFund[] = [];
  const helpers: GivePage["helpers"] = [];
  for (const schoolId of schoolIds) {
    const found = await withScope(wiring, { kind: "system", job: "give", schoolId, districtId }, async (tx) => {
      const { book, isOpen, settings } = await getFund(tx, { schoolId });
      const { name: schoolName, help_name: name, help_phone: phone } = await getSchool(tx, schoolId);
      helpers.push({ schoolId, schoolName, help: { name, phone } });
      if (!isOpen || !(await openFundAccount(tx, wiring, { schoolId, book }))) return null;
      const { currency, purposes, suggestedMinor, minimumMinor, maximumMinor, anonymousAllowed } = settings;
      const shown = { currency, purposes, suggestedMinor, minimumMinor, maximumMinor, anonymousAllowed };
      return { schoolId, schoolName, help: { name, phone }, isPractice: isPractice(book), settings: shown };
    });
    if (found) funds.push(found);
  }
  return { funds, helpers };
}
