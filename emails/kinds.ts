/**
 * Every kind of mail there is: what it needs to know (props) and whether it may be unsubscribed from (category).
 * A leaf: it imports zod and nothing else, so that `db/mails.server.ts` can check props in the transaction that stores them.
 * Words, looks and an example of each kind are in `emails/catalogue.ts`, which does not compile without them.
 *
 * To send one, inside the transaction of the fact it tells of:
 *   await enqueueMail(tx, { kind, props, to: { mail, language, personId?, mentorId? }, schoolId, dedupeKey, now });
 * Props that a schema does not name are dropped before they are stored. Of a student a mail knows the first name at most.
 */
import { z } from "zod";

const words = (max: number) => z.string().trim().min(1).max(max);
/** A name may be missing: people whose name nobody knows are greeted without one. */
const greeting = z.string().trim().max(200);
const link = z.url({ protocol: /^https?$/ });
const fromSchool = { schoolName: words(200), helpName: words(200), helpPhone: words(60), link };
const firstName = words(100);
const title = words(300);

const kind = <Category extends MailCategory, Props extends z.ZodObject>(
  category: Category,
  props: Props,
  hours: MailHours = "any",
) => ({ category, props, hours });
const schoolMail = <Shape extends z.ZodRawShape>(shape: Shape, hours: MailHours = "any") =>
  kind("transactional", z.object({ ...fromSchool, ...shape }), hours);

const invitation = kind(
  "outreach",
  z.object({ ...fromSchool, mentorName: greeting, proposerName: words(200).nullable(), deleteMeLink: link }),
);

/** Of the practice book: no money moves, and the mail says so. Mails that were stored before they were told apart are none. */
const practice = { isPractice: z.boolean().default(false) };

const gift = {
  donorName: greeting,
  amount: words(60),
  purpose: z.enum(["transit", "tools", "clearance", "stipend"]),
  onDay: z.iso.date(),
  ...practice,
};

export const mailKinds = {
  /** Six digits and a link for the browser that asked. */
  "sign-in": kind(
    "transactional",
    z.object({ code: z.string().regex(/^\d{6}$/), link, minutes: z.number().int().positive() }),
  ),
  /** To a guardian: may the school tell hosts about the student? */
  "consent-request": schoolMail({ guardianName: greeting, studentFirstName: firstName }),
  /** The same question once more, after some days. */
  "consent-reminder": schoolMail({ guardianName: greeting, studentFirstName: firstName }, "waking"),
  /** To a mentor: the first they hear of a student. `interests` are ids of the taxonomy. */
  "first-contact": schoolMail({
    mentorName: greeting,
    studentFirstName: firstName,
    gradeBand: z.enum(["6-8", "9-10", "11-12"]),
    interests: z.array(z.string()).max(12),
    placementTitle: title,
    organisationName: title,
  }),
  /** To a student's advisor, and to whoever covers: a request waits for their word. */
  "endorsement-asked": schoolMail(
    { readerName: greeting, studentFirstName: firstName, placementTitle: title, organisationName: title },
    "waking",
  ),
  /** To a student's advisor, and to whoever covers: who leads the student's place has changed. */
  "advisor-news": schoolMail({
    readerName: greeting,
    studentFirstName: firstName,
    placementTitle: title,
    organisationName: title,
    event: z.enum(["lead_left", "lead_new"]),
  }),
  /** To coordinators: what happened to a pursuit. */
  "pursuit-news": schoolMail({
    coordinatorName: greeting,
    studentFirstName: firstName,
    placementTitle: title,
    organisationName: title,
    event: z.enum([
      "offered",
      "turned_down",
      "question",
      "accepted",
      "offer_refused",
      "withdrawn",
      "wants_suggestion",
      "consent_refused",
      "message_held",
      "message_late",
    ]),
  }),
  /** To a student: where their pursuit stands, in the words of the status line. */
  "student-status": schoolMail({
    studentFirstName: firstName,
    placementTitle: title,
    organisationName: title,
    status: z.enum([
      "approved",
      "declined",
      "suggested",
      "contacted",
      "offered",
      "not_taken",
      "completed",
      "expired",
      "withdrawn",
      "consent_given",
      "not_possible_now",
      "answer_recorded",
      "lead_left",
      "lead_new",
    ]),
  }),
  /**
   * To a student, once a week: what their saved searches find that is new. Which searches, and what they are called, is
   * behind the link.
   */
  "search-news": kind(
    "digest",
    z.object({
      ...fromSchool,
      studentFirstName: firstName,
      placementList: z
        .array(z.object({ title, organisation: title, link }))
        .min(1)
        .max(10),
      count: z.number().int().positive(),
    }),
    "waking",
  ),
  /** To a guardian: what became of a pursuit. Title and organisation are null for one who may not know whereabouts. */
  "family-news": schoolMail({
    guardianName: greeting,
    studentFirstName: firstName,
    placementTitle: title.nullable(),
    organisationName: title.nullable(),
    event: z.enum([
      "offered",
      "not_taken",
      "accepted",
      "offer_refused",
      "completed",
      "withdrawn",
      "expired",
      "lead_left",
      "lead_new",
    ]),
  }),
  /** To a student who has turned 18, and to the family: the rights over records and consents are the student's own. */
  "own-rights": schoolMail(
    { reader: z.enum(["student", "family"]), readerName: greeting, studentFirstName: firstName },
    "waking",
  ),
  /**
   * To a student who goes to another school, and to the family: that it is so, or not after all, from the school they leave; that they are
   * expected, from the new one. The other school and the first day are null for who may not know whereabouts.
   */
  "transfer-news": schoolMail(
    {
      reader: z.enum(["student", "family"]),
      readerName: greeting,
      studentFirstName: firstName,
      event: z.enum(["announced", "taken_back", "received"]),
      otherSchool: title.nullable(),
      firstDay: z.iso.date().nullable(),
    },
    "waking",
  ),
  /** To a mentor: a school has written down their last day at an organisation, or that they stay. */
  "mentor-leaving": schoolMail({
    mentorName: greeting,
    mentorPlace: title,
    mentorLastDay: z.iso.date(),
    event: z.enum(["said", "taken_back"]),
  }),
  /** To a mentor who was contacted, or leads the place now: what became of it. */
  "mentor-status": schoolMail({
    mentorName: greeting,
    studentFirstName: firstName,
    placementTitle: title,
    status: z.enum(["accepted", "offer_refused", "withdrawn", "expired", "answer_recorded", "leads_now"]),
  }),
  /**
   * To student, host and family: an interview or shadow day has a day, another one, or none any more; or somebody else at the host
   * has it now. `about` is null for a guardian who may not know whereabouts; the calendar entry is made of it.
   */
  "visit-news": schoolMail({
    reader: z.enum(["student", "mentor", "family"]),
    readerName: greeting,
    studentFirstName: firstName,
    event: z.enum(["dated", "moved", "cancelled", "not_yours"]),
    visitKind: z.enum(["informational_interview", "shadow_day"]),
    about: z
      .object({
        visitId: z.uuid(),
        /** The host name in the identifier of the entry; absent in mails of before it was kept with the visit. */
        entryHost: words(200).optional(),
        sequence: z.number().int().min(0),
        saidAt: z.iso.datetime(),
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        timeZone: words(60),
        place: z.string().trim().max(300),
        organisationName: title,
        placementTitle: title,
      })
      .nullable(),
  }),
  /**
   * To student, advisor and, where it is asked to come, the family: their next meeting has a day, another one, or none any more.
   * `about` is null for a guardian who may not know whereabouts; the calendar entry is made of it.
   */
  "meeting-news": schoolMail({
    reader: z.enum(["student", "advisor", "family"]),
    readerName: greeting,
    studentFirstName: firstName,
    event: z.enum(["planned", "moved", "cancelled"]),
    /** Who of the staff meets the student. */
    advisorName: words(200),
    about: z
      .object({
        meetingId: z.uuid(),
        /** The host name in the identifier of the entry; absent in mails of before it was kept with the meeting. */
        entryHost: words(200).optional(),
        sequence: z.number().int().min(0),
        saidAt: z.iso.datetime(),
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        timeZone: words(60),
        place: z.string().trim().max(300),
      })
      .nullable(),
  }),
  /**
   * To whoever sits in conversations, once a day at most: in which of them something new stands. No word of a message, and the
   * student's name only to others than the student. `count` is of all new messages, also where not every conversation is named.
   */
  "conversation-news": schoolMail(
    {
      readerName: greeting,
      conversationList: z
        .array(
          z.object({
            pursuitId: z.uuid(),
            studentFirstName: firstName.nullable(),
            placementTitle: title,
            organisationName: title,
            messages: z.number().int().positive(),
            /** How many pictures came with them; none leaves by mail. Absent in mails of before there were any. */
            pictures: z.number().int().nonnegative().default(0),
            link,
            /** To where an answer by mail goes; null where none comes back, and absent in mails of before there were any. */
            replyTo: z.email().nullable().default(null),
          }),
        )
        .min(1)
        .max(10),
      more: z.number().int().min(0),
      count: z.number().int().positive(),
    },
    "waking",
  ),
  /** To whoever answered by mail: why it does not stand where they wrote, or not all of it, or that nobody reads it. No word of it. */
  "reply-returned": schoolMail({
    readerName: greeting,
    event: z.enum(["empty", "too_long", "too_often", "ended", "unreadable", "files", "elsewhere"]),
  }),
  /** To safeguarding leads, at once: a report waits. Only when, and where to read it. */
  "concern-waits": schoolMail({ at: z.iso.datetime(), timeZone: words(60) }),
  /** To all safeguarding leads and admins: somebody changed who the leads are. */
  "leads-changed": schoolMail({
    event: z.enum(["name", "end", "stop_name", "stop_end"]),
    leadName: greeting,
    leadChangedBy: greeting,
    leadFrom: z.iso.date(),
  }),
  /** To who covers an advisory for a colleague, and to its advisor: somebody else gave the cover, or ended it. */
  "cover-news": schoolMail({
    reader: z.enum(["cover", "advisor"]),
    event: z.enum(["given", "ended"]),
    coverName: greeting,
    coverAdvisory: words(200),
    coverBy: greeting,
    coverFrom: z.iso.date(),
    coverTo: z.iso.date(),
  }),
  /** To a coordinator, on a morning of the week: how much waits for them, and what it is; `count` is all of it. */
  "needs-you": schoolMail(
    {
      coordinatorName: greeting,
      count: z.number().int().positive(),
      requests: z.number().int().min(0),
      introductions: z.number().int().min(0),
      tasks: z.number().int().min(0),
      conversations: z.number().int().min(0),
    },
    "waking",
  ),
  /** To a mentor: the school shows the placement now. */
  "placement-published": schoolMail({ mentorName: greeting, placementTitle: title }),
  /** To somebody a family proposed. `proposerName` is null unless the family may be named. */
  "introduction-invitation": invitation,
  /** The one reminder of it. */
  "introduction-reminder": { ...invitation, hours: "waking" },
  /** To the family, once the mentor has said yes. */
  "introduction-thanks": schoolMail({ familyName: greeting, mentorName: greeting }),
  /** To somebody who was invited: what the school says to their question. */
  "introduction-answer": schoolMail({ mentorName: greeting, question: words(2000), answer: words(2000) }),
  /** To whoever introduced a mentor: a student found a place with them, and nothing of who, what or when. */
  "introduction-placed": schoolMail({ familyName: greeting, mentorName: words(200) }, "waking"),
  /** To a guardian whose link had run out: a fresh one. */
  "introduce-link": schoolMail({ familyName: greeting }),
  /** To a mentor who was introduced: they may sign in for their organisation now. */
  "mentor-welcome": schoolMail({
    /** What they offered is with the school as a placement; mails that were stored before that could be have none. */
    isPosted: z.boolean().default(false),
    mentorName: greeting,
    organisationName: title,
  }),
  /** To a mentor whose address staff corrected: they sign in with it now. */
  "sign-in-address": schoolMail({ readerName: greeting }),
  /** To somebody who said where they work, and of whom the school could not confirm it: nothing of theirs is shown. */
  "claim-refused": schoolMail({ mentorName: greeting, organisationName: title }),
  /** To coordinators: somebody was proposed, or said yes. */
  "introduction-news": schoolMail({
    coordinatorName: greeting,
    mentorName: greeting,
    event: z.enum(["submitted", "accepted", "waiting"]),
  }),
  /** To whoever typed this address into the form for offers, or not: is it theirs? Nothing that was typed is in it. */
  "visitor-offer-link": schoolMail({}),
  /** To coordinators: an organisation without an account offered a placement. */
  "visitor-offer-news": schoolMail({
    coordinatorName: greeting,
    organisationName: title,
    event: z.enum(["in_review", "to_confirm"]),
  }),
  /** To a donor: what they promised, and where to pay it. `amount` is written out, such as "100.00 USD". */
  "gift-pledged": schoolMail(gift),
  /** To a donor: the receipt. */
  "gift-receipt": schoolMail(gift),
  /** To a donor: money of their gift went back to them. */
  "gift-returned": schoolMail(gift),
  /** To a donor: their bank did not send the money after all. */
  "gift-failed": schoolMail(gift),
  /** To a donor: their check came back. */
  "gift-bounced": schoolMail(gift),
  /** To the contacts of an organisation: would it like to give? */
  "give-invitation": kind("outreach", z.object({ ...fromSchool, ...practice, mentorName: greeting })),
  /** What a coordinator writes to a contact, who may never have heard of the school. `origin` says how it came by the address. */
  "outreach-mail": kind(
    "outreach",
    z.object({
      ...{ schoolName: words(200), helpName: words(200), helpPhone: words(60), coordinatorName: words(200) },
      outreachSubject: words(150),
      outreachBody: words(5000),
      origin: z.enum(["typed", "import", "introduction", "public_site"]),
      originNote: z.string().trim().max(300),
    }),
  ),
  /** To somebody of a school who can sign in and never did; the same once more after some days. */
  "place-invitation": schoolMail(
    { readerName: greeting, reader: z.enum(["student", "guardian", "staff"]), event: z.enum(["invited", "reminded"]) },
    "waking",
  ),
  /** To a mentor, 60, 30 and 7 days before a background check ends. `mentorCheck` names its kind where the school has one of its own. */
  "check-ending": schoolMail(
    { mentorName: greeting, mentorCheck: words(200).nullable(), mentorCheckEndsOn: z.iso.date() },
    "waking",
  ),
  /** To a mentor: is what you lead still open? Asked after months of silence, for all that is due at once. */
  "still-open": schoolMail(
    { mentorName: greeting, placementTitles: z.array(title).min(1), mentorAnswerBy: z.iso.date() },
    "waking",
  ),
  /** To the first admin of a new school. */
  "school-invitation": schoolMail({ adminName: greeting }),
} as const;

export type MailKind = keyof typeof mailKinds;
/** Outreach goes to people who never asked, a digest to who asked for it: both can be stopped by one click. */
export type MailCategory = "transactional" | "outreach" | "digest";
/** A mail of `waking` hours that is promised in the quiet ones of the school waits until they end. */
export type MailHours = "any" | "waking";
/** Whether this release knows the kind of a stored mail, and what such a mail says: another release may have promised it. */
export function isWritable({ kind, props }: { kind: string; props: unknown }): boolean {
  return Object.hasOwn(mailKinds, kind) && mailKinds[kind as MailKind].props.safeParse(props).success;
}

export type MailProps<Kind extends MailKind> = z.infer<(typeof mailKinds)[Kind]["props"]>;

/** Where an answer to a mail goes that its reader writes with their mail program (docs/decisions/0147). */
export type AnswerGoesTo =
  /** To the school: a task with the words for whoever coordinates. */
  | "school"
  /** Under the contact, who is in sequences no more. */
  | "contact"
  /** Into its conversation; to the school where it names several. */
  | "conversation"
  /** It is not kept, because it may say what only few may read; its writer hears where to write instead. */
  | "page"
  /** Nowhere: it is of no school, and somebody has just asked for it. */
  | "nobody";

/** Of a kind that stands in no line nobody has thought about answers, so it does not compile. */
export const answerRules: { readonly [Kind in MailKind]: AnswerGoesTo } = {
  "sign-in": "nobody",
  "concern-waits": "page",
  "leads-changed": "page",
  "outreach-mail": "contact",
  "conversation-news": "conversation",
  "place-invitation": "school",
  "school-invitation": "school",
  "introduce-link": "school",
  "visitor-offer-link": "school",
  "mentor-welcome": "school",
  "sign-in-address": "school",
  "consent-request": "school",
  "consent-reminder": "school",
  "first-contact": "school",
  "introduction-invitation": "school",
  "introduction-reminder": "school",
  "introduction-answer": "school",
  "introduction-thanks": "school",
  "introduction-placed": "school",
  "introduction-news": "school",
  "reply-returned": "school",
  "claim-refused": "school",
  "visit-news": "school",
  "cover-news": "school",
  "gift-pledged": "school",
  "gift-receipt": "school",
  "gift-returned": "school",
  "gift-failed": "school",
  "gift-bounced": "school",
  "give-invitation": "school",
  "family-news": "school",
  "own-rights": "school",
  "transfer-news": "school",
  "student-status": "school",
  "search-news": "school",
  "mentor-status": "school",
  "check-ending": "school",
  "still-open": "school",
  "mentor-leaving": "school",
  "advisor-news": "school",
  "meeting-news": "school",
  "placement-published": "school",
  "endorsement-asked": "school",
  "needs-you": "school",
  "pursuit-news": "school",
  "visitor-offer-news": "school",
};
