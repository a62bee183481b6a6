import type { ContactFields } from "~/domain/outreach/contact";
import { cast, sampleSchools } from "~db/cast";

const { schoolId, districtId } = sampleSchools.lakeview;
const harbor = sampleSchools.harbor.schoolId;

/** People whom the victim's school calls and writes to: two of one name, and one to be forgotten. */
export const theirContact = {
  contactId: "01990000-0c00-7000-8000-00000000f001",
  otherId: "01990000-0c00-7000-8000-00000000f002",
  forgottenId: "01990000-0c00-7000-8000-00000000f003",
  contactMergeId: "01990000-0c00-7000-8000-00000000f005",
  outreachMailId: "01990000-0c00-7000-8000-00000000f004",
  sequenceId: "01990000-0c00-7000-8000-00000000f005",
  enrolmentId: "01990000-0c00-7000-8000-00000000f006",
  leftEnrolmentId: "01990000-0c00-7000-8000-00000000f008",
};
export const CONTACT_MAIL = "ida@work.example";
/** Kept by another school of the district, which was answered there. */
export const ANSWERED_MAIL = "bo@answered.example";
export const MAIL_KEY = `outreach-mail:${theirContact.contactId}:${theirContact.outreachMailId}`;

export const OUTREACH_FURNITURE = [
  `insert into contacts (school_id, district_id, id, full_name, organisation_name, mail, address_hash, phone, language, tags, origin, created_at, updated_at)
    select '${schoolId}', '${districtId}', id::uuid, name, 'Moe and Daughters', mail, case when mail <> '' then sha256(mail::bytea) end, phone, 'en', '{clinic}', 'typed', '2026-10-01', '2026-10-01'
    from (values ('${theirContact.contactId}', 'Ida Moe', '${CONTACT_MAIL}', ''), ('${theirContact.otherId}', 'Ida Moe', '', '555 0181'),
      ('${theirContact.forgottenId}', 'Gone Soon', '', '555 0182')) as made (id, name, mail, phone)`,
  `insert into contacts_apart (school_id, one_id, other_id, said_at)
    values ('${schoolId}', '${theirContact.contactId}', '${theirContact.forgottenId}', '2026-10-01')`,
  `insert into contact_notes (school_id, id, contact_id, kind, outcome, happened_on, body, written_at)
    select '${schoolId}', uuidv7(), '${theirContact.contactId}', 'call', 'reached', '2026-10-02', 'They like students.', '2026-10-02'`,
  `insert into contact_imports (school_id, contact_id, import_id, file_name, brought_on)
    values ('${schoolId}', '${theirContact.contactId}', uuidv7(), 'leads.csv', '2026-10-01')`,
  `insert into contact_imports (school_id, contact_id, import_id, file_name, brought_on)
    select school_id, '${theirContact.otherId}', import_id, file_name, brought_on from contact_imports where contact_id = '${theirContact.contactId}'`,
  `with made as (insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at)
      values ('${districtId}', '${theirContact.contactMergeId}', 'contact', '${theirContact.contactId}', uuidv7(), '${schoolId}', '2026-10-13') returning *)
    insert into merge_moves (district_id, school_id, merge_id, table_name, row_key, row_before)
      select made.district_id, made.by_school_id, made.id, 'contacts', jsonb_build_object('id', each.id),
        to_jsonb(c) || jsonb_build_object('id', each.id, 'mail', each.mail, 'address_hash', '\\x' || encode(sha256(each.mail::bytea), 'hex'))
      from made join contacts c on c.id = made.kept_id, lateral (values (made.kept_id, c.mail), (made.gone_id, 'gone@work.example')) as each (id, mail)`,
  `insert into contact_notes (school_id, id, contact_id, kind, outcome, happened_on, body, written_at)
    select '${schoolId}', uuidv7(), '${theirContact.otherId}', 'call', 'not_reached', '2026-10-02', 'Nobody there.', '2026-10-02'`,
  `insert into outreach_mails (school_id, id, contact_id, mail_key, subject, body, written_on, written_at)
    values ('${schoolId}', '${theirContact.outreachMailId}', '${theirContact.contactId}', '${MAIL_KEY}', 'Thursdays', 'Hello', '2026-09-01', '2026-09-01')`,
  `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, dedupe_key)
    values ('${schoolId}', '${districtId}', 'outreach-mail', 'outreach', '{}', '${CONTACT_MAIL}', 'en', '${MAIL_KEY}')`,
  `with kept as (insert into contacts (school_id, district_id, full_name, mail, address_hash, language, origin, created_at, updated_at)
      values ('${harbor}', '${districtId}', 'Bo Answered', '${ANSWERED_MAIL}', sha256('${ANSWERED_MAIL}'), 'en', 'typed', '2026-10-01', '2026-10-01') returning school_id, id)
    insert into contact_notes (school_id, id, contact_id, kind, outcome, happened_on, body, written_at)
      select school_id, uuidv7(), id, 'call', 'reached', '2026-10-02', 'Next term.', '2026-10-02' from kept`,
  `insert into sequences (school_id, district_id, id, name, language, state, starts_on, created_at)
    values ('${schoolId}', '${districtId}', '${theirContact.sequenceId}', 'Clinics', 'en', 'running', '2026-09-01', '2026-10-01')`,
  `insert into sequence_steps (school_id, sequence_id, position, wait_days, subject, body)
    values ('${schoolId}', '${theirContact.sequenceId}', 1, 0, 'Thursdays', 'Hello')`,
  `insert into sequence_contacts (school_id, district_id, id, sequence_id, contact_id, enrolled_at, next_position, due_on)
    values ('${schoolId}', '${districtId}', '${theirContact.enrolmentId}', '${theirContact.sequenceId}', '${theirContact.contactId}', '2026-09-01', 1, '2026-09-01')`,
  `insert into sequence_contacts (school_id, district_id, id, sequence_id, enrolled_at, stop)
    values ('${schoolId}', '${districtId}', '${theirContact.leftEnrolmentId}', '${theirContact.sequenceId}', '2026-09-01', 'merged')`,
  // One is a mentor by now, and another asked for silence.
  `with kept as (insert into contacts (school_id, district_id, full_name, mail, address_hash, language, origin, created_at, updated_at)
      select '${schoolId}', '${districtId}', mail, mail, sha256(mail::bytea), 'en', 'typed', '2026-10-01', '2026-10-01'
      from unnest(array['${cast.carlos.mail}', 'silent@example.org']) mail returning school_id, district_id, id)
    insert into sequence_contacts (school_id, district_id, sequence_id, contact_id, enrolled_at)
      select school_id, district_id, '${theirContact.sequenceId}', id, '2026-09-01' from kept`,
  `insert into sequence_mails (school_id, id, enrolment_id, position, mail_key, promised_at)
    values ('${schoolId}', '${theirContact.outreachMailId}', '${theirContact.enrolmentId}', 1, '${MAIL_KEY}', '2026-09-01')`,
  `insert into outreach_addresses (district_id, address_hash, written_at) values ('${districtId}', sha256('${CONTACT_MAIL}'), '2026-09-01')`,
];

/** Somebody as a form holds them. */
export const CONTACT: ContactFields = {
  ...{ fullName: "Ole Moe", title: "", organisationName: "", mail: "", phone: "555 0183", language: "en" },
  ...{ tags: [], ownerId: null, origin: "typed", originNote: "", timeZone: "" },
};
