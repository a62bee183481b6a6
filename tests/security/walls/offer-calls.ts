import { sampleSchools } from "~db/cast";
import { endOfferLinks, insertLink } from "~db/links.server";
import { forgetOfferMails } from "~db/mail-recall.server";
import { isForgotten } from "~db/mails.server";
import * as offers from "~db/visitor-offers.server";
import { FORGOTTEN } from "./offers";
import type { Query } from "./queries";

const { schoolId } = sampleSchools.lakeview;
const IN_A_LIFETIME = new Date("2099-01-01");

/** As the test marks what somebody wrote. */
const marked = async (tx: Parameters<Query>[0], offerId: string) =>
  (await offers.findVisitorOffer(tx, { schoolId, offerId }))?.mail ?? "";

/** The queries of offers without an account. */
export const OFFER_CALLS: Record<string, Query> = {
  "links/endOfferLinks": async (tx, their) => {
    const link = { schoolId: their.schoolId, districtId: their.districtId, subjectId: their.offerId, language: "en" };
    await insertLink(tx, { ...link, kind: "offer", expiresAt: IN_A_LIFETIME });
    await endOfferLinks(tx, their);
  },
  "mail-recall/forgetOfferMails": (tx, { offerId, now }) => forgetOfferMails(tx, { schoolId, offerId, now }),
  "mails/isForgotten": (tx, their) => isForgotten(tx, { mail: FORGOTTEN, districtId: their.districtId }),
  "visitor-offers/insertVisitorOffer": (tx, their) =>
    offers.insertVisitorOffer(tx, { ...their, organisationName: "x", lapsesAt: IN_A_LIFETIME }),
  "visitor-offers/findOpenOfferOf": async (tx, their) =>
    offers.findOpenOfferOf(tx, { schoolId: their.schoolId, mail: await marked(tx, their.offerId) }),
  "visitor-offers/updateOfferForm": (tx, their) =>
    offers.updateOfferForm(tx, { ...their, form: { title: "x" }, lapsesAt: IN_A_LIFETIME }),
  "visitor-offers/findOfferedPost": (tx, their) =>
    offers.findOfferedPost(tx, { schoolId: their.schoolId, offerId: their.sentOfferId }),
  "visitor-offers/updateOfferDecided": (tx, their) =>
    offers.updateOfferDecided(tx, { ...their, offerId: their.sentOfferId, lapsesAt: IN_A_LIFETIME }),
  "visitor-offers/listLapsedOffers": (tx, their) =>
    offers.listLapsedOffers(tx, { schoolId: their.schoolId, now: IN_A_LIFETIME }),
};
