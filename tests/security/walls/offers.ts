import { sampleSchools } from "~db/cast";

const { schoolId, districtId } = sampleSchools.lakeview;

/** What somebody without an account offers the victim's school: a form that is being filled in, and one that waits for a coordinator. */
export const theirOffer = {
  offerId: "01990000-0ffe-7000-8000-00000000f001",
  sentOfferId: "01990000-0ffe-7000-8000-00000000f002",
};
const MAIL = "cam@wood.example";
export const FORGOTTEN = "gone@wood.example";

export const OFFER_FURNITURE = [
  `insert into visitor_offers (school_id, district_id, id, state, language, what, full_name, organisation_name, mail, form, post, asked_at, lapses_at)
    values ('${schoolId}', '${districtId}', '${theirOffer.offerId}', 'open', 'en', 'Build chairs', 'Cam Wood', 'Wood Shop', '${MAIL}', '{"title":"Chairs"}', null, '2026-10-01', '2026-11-01'),
      ('${schoolId}', '${districtId}', '${theirOffer.sentOfferId}', 'sent', 'en', 'Build tables', 'Cam Wood', 'Wood Shop', '${MAIL}', '{}', '{"title":"Tables"}', '2026-10-01', null)`,
  `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, dedupe_key)
    values ('${schoolId}', '${districtId}', 'visitor-offer-link', 'transactional', '{}', '${MAIL}', 'en', 'visitor-offer-link:${theirOffer.offerId}:1')`,
  `insert into mail_suppressions (district_id, address_hash, category, reason)
    values ('${districtId}', sha256('${FORGOTTEN}'), 'outreach', 'delete_me')`,
];
