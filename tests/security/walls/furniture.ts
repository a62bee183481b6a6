import type { MentorActor } from "~/domain/actor";
import { DEFAULT_WEIGHTS } from "~/domain/matching/weights";
import { cast, sampleSchools } from "~db/cast";
import { OUTREACH_FURNITURE } from "./contacts";
import { DEPARTURE_FURNITURE } from "./departure-rows";
import { FIRST_CALL_FURNITURE } from "./first-call-rows";
import { INVITATION_FURNITURE } from "./invitation-rows";
import { MENTOR_MERGE_FURNITURE } from "./mentor-merge-rows";
import { MERGE_FURNITURE } from "./merges";
import { OFFER_FURNITURE } from "./offers";
import { PERSON_MERGE_FURNITURE } from "./person-merge-rows";
import { STAFF_MERGE_FURNITURE } from "./staff-merge-rows";
import { STUDENT_MERGE_FURNITURE } from "./student-merge-rows";
import { MOVE_FURNITURE } from "./transfer-rows";

const school = `'${sampleSchools.lakeview.schoolId}'`;
const district = `'${sampleSchools.lakeview.districtId}'`;
const jada = `'${cast.jada.personId}'`;
const monique = `'${cast.monique.personId}'`;
const pursuit = `select u.*, l.placement_id, l.district_id, p.lead_mentor_id from pursuits u
  join listings l on (l.school_id, l.id) = (u.school_id, u.listing_id) join placements p on p.id = l.placement_id
  where u.school_id = ${school} and u.student_id = ${jada} and u.state = 'contacted'`;

/** A mentor of the district whose organisation offers nothing at the school. */
export const otherMentor: MentorActor = {
  kind: "mentor",
  accountId: "01990000-ac00-7000-8000-00000000f001",
  mentorId: "01990000-3000-7000-8000-00000000f001",
  organisationId: "01990000-0900-7000-8000-00000000f001",
  districtId: sampleSchools.lakeview.districtId,
};

/** A gift with its entry, and money asked for. */
export const theirFund = {
  giftId: "01990000-f000-7000-8000-00000000f001",
  checkId: "01990000-f000-7000-8000-00000000f003",
  differenceId: "01990000-f000-7000-8000-00000000f004",
  chequeId: "01990000-f000-7000-8000-00000000f006",
  allocationId: "01990000-f000-7000-8000-00000000f002",
  receiptId: "01990000-f000-7000-8000-00000000f012",
  fundAccountId: "01990000-f000-7000-8000-00000000f013",
  unnamedAccountId: "01990000-f000-7000-8000-00000000f015",
  tiedGiftId: "01990000-f000-7000-8000-00000000f014",
  reference: "cs_theirs",
  formKey: "01990000-f000-7000-8000-00000000f005",
};

/** A sealed report of the school, which its coordinator sent and its admin has opened. */
export const theirSuspension = "01990000-c000-7000-8000-00000000f003";
export const theirConcern = { concernId: "01990000-c000-7000-8000-00000000f001" };

/** A conversation of the victim, in which her guardian sits. */
export const theirThread = {
  threadId: "01990000-c0e0-7000-8000-00000000f001",
  memberId: "01990000-c0e0-7000-8000-00000000f002",
  messageId: "01990000-c0e0-7000-8000-00000000f003",
  addressId: "01990000-c0e0-7000-8000-00000000f004",
  replyId: "01990000-c0e0-7000-8000-00000000f005",
  pictureId: "01990000-c0e0-7000-8000-00000000f006",
};

/** A meeting of the victim with her advisor. */
export const theirMeeting = { meetingId: "0199d1f0-0000-7000-8000-0000000051a8" };

/** A dated visit of the victim. */
export const theirVisit = { visitId: "0199d1f0-0000-7000-8000-0000000051a7" };

/** Mails to Jada's guardian: one that bounced and went out again, one of which nobody knows, one that waits for a day, and two of another day. */
export const theirMail = {
  mailId: "01990000-f000-7000-8000-00000000f007",
  againId: "01990000-f000-7000-8000-00000000f008",
  doubtfulId: "01990000-f000-7000-8000-00000000f009",
  waitingId: "01990000-f000-7000-8000-00000000f0d1",
  carrierId: "01990000-f000-7000-8000-00000000f0d2",
  carriedId: "01990000-f000-7000-8000-00000000f0d3",
  address: "monique@nowhere.example",
};
/** What a coordinator tells a host; its task has been tried once. */
export const toldTaskId = "01990000-f000-7000-8000-00000000f00a";
const SAID = {
  coordinatorName: "x",
  count: 1,
  schoolName: "x",
  helpName: "x",
  helpPhone: "x",
  link: "https://x.example",
};

/** Rows that the sample does not have, so that every query has something of the victim's to find. */
export const FURNITURE = [
  ...MERGE_FURNITURE,
  ...MENTOR_MERGE_FURNITURE,
  ...PERSON_MERGE_FURNITURE,
  ...STUDENT_MERGE_FURNITURE,
  ...STAFF_MERGE_FURNITURE,
  ...OUTREACH_FURNITURE,
  ...OFFER_FURNITURE,
  ...INVITATION_FURNITURE,
  ...FIRST_CALL_FURNITURE,
  `insert into identity.accounts (id, mail) values ('${otherMentor.accountId}', 'no-one@nowhere.example')`,
  `with made as (insert into organisations (district_id, id, name, name_key) values (${district}, '${otherMentor.organisationId}', 'Nowhere', 'nowhere')),
      mentor as (insert into mentors (district_id, id, full_name, name_used) values (${district}, '${otherMentor.mentorId}', 'No One', 'No'))
    insert into affiliations (district_id, organisation_id, mentor_id) values (${district}, '${otherMentor.organisationId}', '${otherMentor.mentorId}')`,
  `insert into wishes (school_id, student_id, listing_id) select school_id, student_id, listing_id from (${pursuit}) u on conflict do nothing`,
  // Finished and shown to advisor and family, so that only the walls keep others out.
  `with made as (insert into interest_sittings (school_id, student_id, version, deck_version, begun_at, finished_at, for_advisor, for_family)
      values (${school}, ${jada}, 1, 1, '2026-10-01', '2026-10-01', true, true) returning school_id, id)
    insert into interest_answers (school_id, sitting_id, step, left_id, right_id, answer, answered_at)
    select school_id, id, n, 'animals', 'office', 'left', '2026-10-01' from made, generate_series(0, 7) n`,
  `insert into meetings (school_id, id, student_id, with_id, starts_at, ends_at, place, family_asked, created_at)
    values (${school}, '${theirMeeting.meetingId}', ${jada}, '${cast.tom.personId}', '2026-10-28T22:00Z', '2026-10-28T22:30Z', 'Room 12', true, '2026-10-01')`,
  `insert into saved_searches (school_id, student_id, name, wish, mails_news, looked_until, created_at)
    values (${school}, ${jada}, 'Bikes', '{"text":"bikes"}', true, '2026-10-01', '2026-10-01')`,
  `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason) select school_id, student_id, district_id, lead_mentor_id, 'relative' from (${pursuit}) u`,
  `insert into imports (school_id, district_id, kind, file_name, file_hash, content, headers, header_key, row_count, mapping)
    values (${school}, ${district}, 'placements', 'hosts.csv', 'hash', 'title', '["title"]', 'h', 2, '{"columns":{},"defaultKind":"internship"}')`,
  `insert into imports (school_id, district_id, kind, file_name, file_hash, content, headers, header_key, row_count, mapping)
    values (${school}, ${district}, 'students', 'students.csv', 'hash', 'name', '["name"]', 's', 1, '{"columns":{},"defaultKind":null}')`,
  `insert into imports (school_id, district_id, kind, file_name, file_hash, content, headers, header_key, row_count, mapping)
    values (${school}, ${district}, 'contacts', 'contacts.csv', 'hash', 'name', '["name"]', 'c', 1, '{"columns":{},"defaultKind":null}')`,
  `insert into imports (school_id, district_id, kind, file_name, file_hash, content, headers, header_key, row_count, mapping)
    values (${school}, ${district}, 'guardians', 'families.csv', 'hash', 'name', '["name"]', 'g', 1, '{"columns":{},"defaultKind":null}')`,
  `update students set listed_at = '2026-10-01' where school_id = ${school} and id = ${jada}`,
  `insert into import_rows (school_id, import_id, district_id, row_no, outcome, placement_id, raw)
    select f.school_id, f.id, f.district_id, n, case n when 1 then 'added' else 'rejected' end, case n when 1 then l.placement_id end, case n when 2 then '["x"]'::jsonb end
    from imports f, generate_series(1, 2) n, (select placement_id from listings where school_id = ${school} and state = 'in_review' order by id limit 1) l where f.school_id = ${school} and f.kind = 'placements'`,
  `insert into import_rows (school_id, import_id, district_id, row_no, outcome, placement_id)
    select f.school_id, f.id, f.district_id, 3, 'changed', u.placement_id from imports f, (${pursuit}) u where f.school_id = ${school} and f.kind = 'placements'`,
  `insert into import_mappings (school_id, header_key, mapping) values (${school}, 'h', '{"columns":{},"defaultKind":"internship"}')`,
  `insert into match_runs (school_id, weights_version, seed) values (${school}, 1, 1)`,
  `insert into match_runs (school_id, weights_version, seed, state, created_at) values (${school}, 1, 1, 'finished', '2026-09-01')`,
  `insert into matches (school_id, run_id, student_id, listing_id, score, for_student, for_placement, parts, reasons, state, held_until, held_by, held_as)
    select u.school_id, r.id, u.student_id, u.listing_id, 1, 1, 1, '{}', '[]', 'held', '2030-01-01', ${monique}, 'approved'
    from match_runs r join (${pursuit}) u using (school_id) where r.state = 'queued'`,
  `insert into matches (school_id, picked_at, student_id, listing_id, score, parts, reasons, hold_fault)
    select school_id, '2026-10-01', student_id, listing_id, 1, '{}', '[]', 'no_place' from (${pursuit}) u`,
  `insert into match_snapshots (school_id, run_id, input, plan, student_ids)
    select r.school_id, r.id, '{}', '{}', array[${jada}]::uuid[] from match_runs r where r.school_id = ${school} and r.state = 'queued'`,
  `insert into audit_log (school_id, district_id, at, actor_kind, noun, noun_id, transition)
    select school_id, ${district}, '2026-10-01', 'staff', 'match', id, 'hold' from matches where school_id = ${school}`,
  `insert into audit_log (school_id, district_id, at, actor_kind, noun, noun_id, transition)
    select school_id, ${district}, '2026-10-01', 'staff', 'pursuit', id, 'decline' from (${pursuit}) u`,
  `insert into pair_rulings (school_id, student_id, listing_id, ruling, reason, ruled_by, ruled_at)
    select school_id, student_id, listing_id, 'locked', 'They know each other', ${monique}, '2026-10-01' from (${pursuit}) u`,
  `insert into plan_pauses (school_id, listing_id, reason, paused_at) select school_id, listing_id, 'Moving', '2026-10-01' from (${pursuit}) u`,
  `insert into audit_log (school_id, district_id, at, actor_kind, noun, noun_id, transition)
    select school_id, ${district}, '2026-10-01', 'staff', 'plan_pause', listing_id, 'pause' from plan_pauses where school_id = ${school}`,
  `insert into audit_log (school_id, district_id, at, actor_kind, noun, noun_id, transition, reason)
    select school_id, ${district}, '2026-10-01', 'staff', 'listing', listing_id, 'change', 'seats 1 to 2' from (${pursuit}) u`,
  `insert into seat_holds (school_id, listing_id, seat_no, weekday, during, pursuit_id)
    select school_id, listing_id, 7, 2, '[2026-10-01,2027-06-01)', id from (${pursuit}) u`,
  `insert into pursuit_places (school_id, listing_id, place_no, pursuit_id) select school_id, listing_id, 8, id from (${pursuit}) u on conflict do nothing`,
  `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on)
    select school_id, district_id, lead_mentor_id, 'state', 'clear', '2026-01-01' from (${pursuit}) u`,
  `insert into placement_backups (district_id, organisation_id, placement_id, mentor_id)
    select district_id, organisation_id, placement_id, lead_mentor_id from (${pursuit}) u on conflict do nothing`,
  `insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at, approved_at, contacted_at, ended_at)
    select school_id, student_id, listing_id, organisation_id, 'completed', '2026-09-01', '2026-09-02', '2026-09-03', '2026-09-20' from (${pursuit}) u`,
  `insert into former_leads (district_id, organisation_id, placement_id, led_until, mentor_id)
    select district_id, organisation_id, placement_id, '2026-10-01', lead_mentor_id from (${pursuit}) u`,
  `insert into drafts (district_id, organisation_id, account_id, form, content)
    select district_id, organisation_id, '${cast.ingrid.accountId}', 'placement-new', '{"title":"zz"}' from (${pursuit}) u`,
  `insert into identity.links (token_hash, kind, school_id, district_id, subject_id, person_id, expires_at)
    select 'token', 'consent', school_id, ${district}, id, guardian_id, '2030-01-01' from consents where school_id = ${school} and student_id = ${jada} and purpose = 'looking' and state = 'given'`,
  `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, dedupe_key)
    select school_id, district_id, 'first-contact', 'transactional', '{}', 'host@example.org', 'en', 'first-contact:' || id || ':1' from (${pursuit}) u`,
  `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, recipient_person_id, dedupe_key)
    values (${school}, ${district}, 'search-news', 'digest', '{}', 'jada@nowhere.example', 'en', ${jada}, 'search-news:1')`,
  `insert into mails (id, school_id, district_id, kind, category, props, recipient_mail, recipient_language, recipient_person_id, dedupe_key, state, sent_at, arrival, arrival_at)
    select id::uuid, ${school}, ${district}, 'placement-published', 'transactional', '${JSON.stringify(SAID)}', '${theirMail.address}', 'en', ${monique}, key,
      state, case state when 'sent' then timestamptz '2026-10-01' end, arrival, case when arrival is not null then timestamptz '2026-10-01' end
    from (values ('${theirMail.mailId}', 'mail:1', 'sent', 'bounced'), ('${theirMail.againId}', 'mail:1:again:${theirMail.mailId}', 'sent', null),
      ('${theirMail.doubtfulId}', 'mail:2', 'needs_person', null)) as mail (id, key, state, arrival)`,
  `insert into mails (id, school_id, district_id, kind, category, props, recipient_mail, recipient_language, recipient_person_id, dedupe_key, joins_day, day_at, joined_in)
    select id::uuid, ${school}, ${district}, 'introduction-thanks', 'transactional', '${JSON.stringify(SAID)}', '${theirMail.address}', 'en', ${monique}, key, true, day_at::timestamptz, joined_in::uuid
    from (values ('${theirMail.waitingId}', 'day:1', null, null), ('${theirMail.carrierId}', 'day:2', '2026-10-14T22:00:00Z', null),
      ('${theirMail.carriedId}', 'day:3', '2026-10-14T22:00:00Z', '${theirMail.carrierId}')) as mail (id, key, day_at, joined_in)`,
  `insert into contact_points (school_id, person_id, kind, value) values (${school}, ${monique}, 'mail', '${theirMail.address}'), (${school}, ${monique}, 'phone', '555 0177')`,
  `insert into mentor_contact_points (district_id, mentor_id, kind, value) select district_id, lead_mentor_id, 'phone', '555 0178' from (${pursuit}) u`,
  `insert into introductions (school_id, district_id, proposed_by, proposed_as, state, mentor_name, mentor_mail, mentor_phone, invited_at, expires_at)
    select ${school}, ${district}, ${monique}, 'guardian', 'invited', 'Ida Moe', 'ida@example.org', '555 0142', '2026-10-01', '2026-12-01' from generate_series(1, 2)`,
  `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, dedupe_key)
    select school_id, district_id, 'introduction-invitation', 'outreach', '{}', 'invited@example.org', 'en', 'introduction-invitation:' || id
    from introductions where school_id = ${school} and state = 'invited' on conflict do nothing`,
  `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, dedupe_key, state, created_at)
    select school_id, district_id, 'introduction-invitation', 'outreach', '{}', 'invited@example.org', 'en', 'introduction-invitation:' || id || ':again:1', 'failed', now() + interval '1 hour'
    from introductions where school_id = ${school} and state = 'invited'`,
  `insert into invited_addresses (district_id, address_hash, invited_at) values (${district}, sha256('invited@example.org'), '2026-10-01')`,
  `insert into mail_suppressions (district_id, address_hash, category, reason) values
    (${district}, sha256('silent@example.org'), 'outreach', 'unsubscribed'), (${district}, sha256('silent@example.org'), 'digest', 'bounced'),
    (${district}, sha256('unwanted@example.org'), 'outreach', 'complained')`,
  `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, props)
    select i.school_id, 'confirm_organisation', 'introduction', i.id, 'claim:' || i.id,
      jsonb_build_object('mentorId', '${otherMentor.mentorId}', 'organisationId', u.organisation_id, 'organisation', 'x', 'title', 'x', 'offer', 'x')
    from (${pursuit}) u join introductions i on i.school_id = u.school_id and i.state = 'invited'`,
  `with task as (insert into staff_tasks (school_id, id, kind, subject_noun, subject_id, dedupe_key, props)
      select school_id, '${toldTaskId}', 'tell_host', 'pursuit', id, 'tell_host:' || id,
        jsonb_build_object('mentorId', '${otherMentor.mentorId}', 'studentId', student_id, 'news', 'withdrawn', 'why', 'unread')
      from (${pursuit}) u returning school_id, id)
    insert into task_calls (school_id, task_id, called_at, channel, outcome)
      select school_id, id, '2026-10-01T16:00:00Z', 'phone', 'no_answer' from task`,
  `insert into visits (school_id, id, pursuit_id, kind, state, starts_at, ends_at, place)
    select school_id, '${theirVisit.visitId}', id, 'shadow_day', 'dated', '2026-10-22T16:00:00Z', '2026-10-22T22:00:00Z', 'At the gate' from (${pursuit}) u`,
  `insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at)
    select school_id, id, 'shadow_day', 'done', '2026-10-01T16:00:00Z', '2026-10-01T22:00:00Z' from (${pursuit}) u`,
  `insert into gates (school_id, pursuit_id, kind, before, state, confirmed_on)
    select u.school_id, u.id, wanted.kind, 'start', wanted.state, case wanted.state when 'met' then date '2026-10-01' end
    from (${pursuit}) u, (values ('travel_plan', 'open'), ('looking_consent', 'met')) as wanted(kind, state)
    on conflict (school_id, pursuit_id, kind) do update set state = excluded.state, confirmed_on = excluded.confirmed_on`,
  `insert into placements (district_id, organisation_id, kind, title, seats) select district_id, organisation_id, 'internship', 'Not offered here', 1 from (${pursuit}) u`,
  `insert into travel_times (school_id, district_id, area_id, organisation_id, site_id, mode, minutes)
    select u.school_id, u.district_id, st.area_id, u.organisation_id, p.site_id, 'bus', 20 from (${pursuit}) u
    join students st on (st.school_id, st.id) = (u.school_id, u.student_id) join placements p on p.id = u.placement_id`,
  `insert into match_weights (school_id, version, weights, set_by) values (${school}, 3, '${JSON.stringify({ ...DEFAULT_WEIGHTS, version: 3 })}', ${monique})`,
  `insert into fund_settings (school_id, is_open, settings) values (${school}, true, '{"maximumMinor": 500000}')`,
  `insert into fund_books (school_id, book) values (${school}, 'test')`,
  `insert into fund_accounts (school_id, id, book, stripe_account, secret_key, key_hint, webhook_secrets, connected_at)
    values (${school}, '${theirFund.fundAccountId}', 'test', 'acct_theirs', 'sealed', 'abcd', '{sealed,sealed}', '2026-10-01')`,
  `insert into fund_accounts (school_id, id, book, secret_key, connected_at)
    values (${school}, '${theirFund.unnamedAccountId}', 'live', 'sealed', '2026-10-01')`,
  `insert into gifts (school_id, id, district_id, book, purpose, minor, currency, way, standing, organisation_id, origin, donor_name, link_ids, form_key)
    select ${school}, '${theirFund.giftId}', ${district}, 'test', 'transit', 5000, 'usd', 'pledge', 'pledged', organisation_id, 'staff', 'Bo Lind', '{}', '${theirFund.formKey}' from (${pursuit}) u`,
  `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, dedupe_key)
    values (${school}, ${district}, 'gift-receipt', 'transactional', '{}', 'bo@example.org', 'en', 'gift-receipt:${theirFund.giftId}')`,
  `insert into gift_cheques (school_id, id, gift_id, minor, number, received_on, form_key)
    values (${school}, '${theirFund.chequeId}', '${theirFund.giftId}', 1000, '4471', '2026-10-01', '${theirFund.formKey}')`,
  `insert into gifts (school_id, district_id, book, purpose, minor, currency, way, standing, donor_name, link_ids)
    values (${school}, ${district}, 'live', 'tools', 700, 'mxn', 'checkout', 'failed', 'Ana Ruiz', '{}')`,
  `insert into gifts (school_id, district_id, book, purpose, minor, currency, way, standing, donor_name, link_ids, thanks, thanks_shown_at)
    values (${school}, ${district}, 'test', 'tools', 700, 'usd', 'checkout', 'paid', 'Lu Li', '{}', 'named', '2026-10-01')`,
  `insert into gifts (school_id, id, district_id, book, purpose, minor, currency, way, standing, link_ids, account_id)
    values (${school}, '${theirFund.tiedGiftId}', ${district}, 'test', 'tools', 900, 'usd', 'checkout', 'processing', '{}', '${theirFund.fundAccountId}')`,
  `insert into gifts (school_id, district_id, book, purpose, minor, currency, way, link_ids, account_id)
    values (${school}, ${district}, 'test', 'tools', 900, 'usd', 'checkout', '{}', '${theirFund.fundAccountId}')`,
  `insert into gift_references (school_id, book, reference, gift_id, account_id, left_open)
    values (${school}, 'test', 'cs_tied', '${theirFund.tiedGiftId}', '${theirFund.fundAccountId}', false),
      (${school}, 'test', 'in_left', '${theirFund.tiedGiftId}', '${theirFund.fundAccountId}', true)`,
  `insert into gift_references (school_id, book, reference, gift_id, account_id)
    select school_id, book, 'cs_open', id, account_id from gifts where account_id = '${theirFund.fundAccountId}' and standing = 'open'`,
  `insert into fund_checks (school_id, id, book, state, from_at, started_at, ended_at)
    values (${school}, '${theirFund.checkId}', 'test', 'complete', '2026-10-01', '2026-10-01', '2026-10-01')`,
  `insert into fund_check_accounts (school_id, check_id, result) values
    (${school}, '${theirFund.checkId}', 'complete'), (${school}, '${theirFund.checkId}', 'no_key')`,
  `insert into fund_differences (school_id, id, book, check_id, kind, reference, currency, stripe_minor, ledger_minor, found_at)
    values (${school}, '${theirFund.differenceId}', 'test', '${theirFund.checkId}', 'unknown_line', 'txn_theirs', 'usd', 1, 0, '2026-10-01')`,
  `insert into fund_differences (school_id, book, check_id, kind, reference, currency, stripe_minor, ledger_minor, found_at)
    values (${school}, 'test', '${theirFund.checkId}', 'missing_object', '${theirFund.giftId}', 'usd', 0, 1, '2026-10-01')`,
  `insert into fund_differences (school_id, book, check_id, kind, reference, currency, stripe_minor, ledger_minor, found_at)
    values (${school}, 'test', '${theirFund.checkId}', 'whole_balance', 'whole:theirs', 'usd', 2, 1, '2026-10-01')`,
  `insert into fund_differences (school_id, book, check_id, kind, reference, currency, stripe_minor, ledger_minor, found_at, settled_at, settled_by, note)
    values (${school}, 'test', '${theirFund.checkId}', 'unknown_line', 'txn_said', 'usd', 1, 0, '2026-10-01', '2026-10-01', ${monique}, 'A sale')`,
  `insert into gift_references (school_id, book, reference, gift_id) values (${school}, 'test', '${theirFund.reference}', '${theirFund.giftId}')`,
  `insert into stripe_events (school_id, book, event_id, type, received_at) values (${school}, 'test', 'evt_theirs', 'x', '2026-10-01')`,
  `insert into fund_allocations (school_id, id, book, student_id, purpose, minor, currency, need, proposed_by, proposed_at)
    values (${school}, '${theirFund.allocationId}', 'test', ${jada}, 'transit', 100, 'usd', 'Shoes', ${monique}, '2026-10-01')`,
  `insert into fund_receipts (school_id, id, allocation_id, kind, content, added_at)
    values (${school}, '${theirFund.receiptId}', '${theirFund.allocationId}', 'image/png', 'a picture', '2026-10-01')`,
  `insert into scans (school_id, consent_id, kind, content, added_by, added_at)
    select school_id, id, 'image/png', 'a letter', ${monique}, '2026-10-01' from consents
      where school_id = ${school} and student_id = ${jada} and purpose = 'looking' and state = 'given'`,
  `do $$ declare entry uuid := uuidv7(); begin
    insert into fund_entries (school_id, id, book, currency, payout, form_key, cause, on_day, at) values (${school}, entry, 'test', 'usd', 'po_theirs', '${theirFund.formKey}', 'test', '2026-10-01', '2026-10-01');
    insert into fund_lines (school_id, entry_id, line_no, book, account, purpose, minor)
      values (${school}, entry, 1, 'test', 'bank', null, 700), (${school}, entry, 2, 'test', 'stripe', null, -750), (${school}, entry, 3, 'test', 'shortfall', 'tools', 50);
  end $$`,
  `do $$ declare entry uuid := uuidv7(); begin
    insert into fund_entries (school_id, id, book, currency, gift_id, cause, on_day, at) values (${school}, entry, 'test', 'usd', '${theirFund.giftId}', 'test', '2026-10-01', '2026-10-01');
    insert into fund_lines (school_id, entry_id, line_no, book, account, purpose, minor)
      values (${school}, entry, 1, 'test', 'bank', null, 5000), (${school}, entry, 2, 'test', 'available', 'transit', -5000);
  end $$`,
  `do $$ declare entry uuid := uuidv7(); begin
    insert into fund_entries (school_id, id, book, currency, gift_id, cause, on_day, at)
      select school_id, entry, 'test', 'usd', id, 'test', '2026-10-01', '2026-10-01' from gifts where school_id = ${school} and donor_name = 'Lu Li';
    insert into fund_lines (school_id, entry_id, line_no, book, account, purpose, minor)
      values (${school}, entry, 1, 'test', 'bank', null, 700), (${school}, entry, 2, 'test', 'available', 'transit', -700);
  end $$`,
  `insert into threads (school_id, id, pursuit_id, opened_at) select school_id, '${theirThread.threadId}', id, '2026-10-01' from (${pursuit}) u`,
  `insert into thread_members (school_id, id, thread_id, role, person_id, district_id, joined_at)
    values (${school}, '${theirThread.memberId}', '${theirThread.threadId}', 'student', ${jada}, ${district}, '2026-10-01'),
      (${school}, uuidv7(), '${theirThread.threadId}', 'guardian', ${monique}, ${district}, '2026-10-01')`,
  `insert into messages (school_id, id, thread_id, member_id, body, language, via, form_key, written_at, reached)
    values (${school}, '${theirThread.messageId}', '${theirThread.threadId}', '${theirThread.memberId}', 'Hello', 'en', 'page', '${theirThread.messageId}', '2026-10-14T15:00:00Z', 1)`,
  `insert into message_pictures (school_id, id, message_id, place, kind, content)
    values (${school}, '${theirThread.pictureId}', '${theirThread.messageId}', 2, 'image/png', 'a map')`,
  `insert into reply_addresses (school_id, id, member_id, token_hash, created_at)
    values (${school}, '${theirThread.addressId}', '${theirThread.memberId}', sha256('their answers'), '2026-10-01')`,
  `insert into replies (school_id, id, member_id, source, received_at)
    values (${school}, '${theirThread.replyId}', '${theirThread.memberId}', 'their mail', '2026-10-14T15:00:00Z')`,
  `insert into messages (school_id, thread_id, member_id, body, via, form_key, written_at, state, held_for)
    values (${school}, '${theirThread.threadId}', '${theirThread.memberId}', 'Call me', 'page', uuidv7(), '2026-10-14T15:00:00Z', 'held', '{words}')`,
  `insert into audit_log (school_id, district_id, at, actor_kind, actor_id, noun, noun_id, transition)
    values (${school}, ${district}, '2026-10-14', 'staff', '${cast.ines.personId}', 'thread', '${theirThread.threadId}', 'read')`,
  `insert into audit_log (school_id, district_id, at, actor_kind, actor_id, on_behalf_of, channel, noun, noun_id, transition)
    select school_id, ${district}, '2026-10-14', 'staff', '${cast.ines.personId}', student_id, 'phone', 'pursuit', id, 'want' from (${pursuit}) u`,
  // its trigger queues the student's record
  `update student_interests i set strength = strength from (${pursuit}) u where (i.school_id, i.student_id) = (u.school_id, u.student_id)`,
  `update students set student_number = 'S-4711' where school_id = ${school} and id = ${jada}`,
  `update listings set review_note = 'Say more.', updated_at = '2100-01-01' where school_id = ${school} and state = 'in_review'`,
  // its host was asked whether it is still open
  `update listings l set still_open_asked_at = '2100-01-01' from (${pursuit}) u where (l.school_id, l.id) = (u.school_id, u.listing_id)`,
  `insert into engagements (school_id, district_id, pursuit_id, state, basis)
    select school_id, ${district}, id, 'active', 'unpaid_educational' from pursuits where school_id = ${school} and state = 'requested' limit 1`,
  `insert into school_words (school_id, interest_id, word) values (${school}, 'animals', 'critters'), (${school}, 'nature', 'varmint')`,
  `insert into school_words (school_id, interest_id, word, taken_back_at, merged_into)
    select school_id, 'nature', 'varmints', now(), id from school_words where school_id = ${school} and word = 'varmint'`,
  `with said as (insert into concerns (school_id, id, body, about_name, call_phone) values (${school}, '${theirConcern.concernId}', 'said', 'x', 'x') returning school_id, id),
      watched as (insert into concern_watch (school_id, concern_id, number, raised_at) select school_id, id, '0000-0001', '2026-10-01' from said),
      told as (insert into concern_told (school_id, concern_id, person_id, told_at) select school_id, id, '${cast.ines.personId}', '2026-10-02' from said),
      shown as (insert into concern_pictures (school_id, id, concern_id, place, kind, content)
        select school_id, '${theirThread.pictureId}', id, 1, 'image/png', 'a map' from said),
      kept as (insert into concern_receipts (school_id, concern_id, number, raised_at, read_by, reporter_account, form_key)
        select school_id, id, '0000-0001', '2026-10-01', 'leads', '${cast.ines.accountId}', id from said)
    insert into concern_reads (school_id, concern_id, person_id, read_at) select school_id, id, '${cast.priya.personId}', '2026-10-01' from said`,
  `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, recipient_mentor_id, dedupe_key)
    select school_id, district_id, 'mentor-status', 'transactional', '{}', 'host@example.org', 'en', '${cast.ingrid.personId}', 'mentor-status:1' from (${pursuit}) u`,
  // one that stands, of a mentor of whom nobody at the school has heard
  `insert into mentor_suspensions (district_id, id, mentor_id, by_school_id, suspended_at)
    select district_id, '${theirSuspension}', id, ${school}, '2026-09-01' from mentors where id = '${cast.theo.personId}'`,
  ...DEPARTURE_FURNITURE,
  ...MOVE_FURNITURE,
  `insert into suspension_reasons (school_id, district_id, suspension_id, what, body, written_by, written_at)
    select by_school_id, district_id, id, 'suspended', 'x', '${cast.priya.personId}', suspended_at from mentor_suspensions`,
  `insert into suspension_pauses (school_id, district_id, suspension_id, noun, thing_id, state_before)
    select by_school_id, district_id, id, 'engagement', id, 'active' from mentor_suspensions`,
  `update school_settings set overrides = '{"livePursuitLimit": 4}' where school_id = ${school}`,
  `update placements set source_key = 'key' where id in (select placement_id from (${pursuit}) u)`,
];
