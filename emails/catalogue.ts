import type { TFunction } from "i18next";
import { isLanguage } from "~/i18n";
import type { CalendarEntry } from "./calendar";
import { example } from "./examples";
import type { MailKind, MailProps } from "./kinds";
import { meetingEntry } from "./meeting-entry";
import type { Template } from "./template";
import { CheckEndingMail } from "./templates/check-ending";
import { ConcernWaitsMail, LeadsChangedMail } from "./templates/concern";
import { ConsentReminderMail, ConsentRequestMail } from "./templates/consent";
import { ConversationNewsMail, ReplyReturnedMail } from "./templates/conversation";
import { FirstContactMail } from "./templates/first-contact";
import {
  GiftBouncedMail,
  GiftFailedMail,
  GiftPledgedMail,
  GiftReceiptMail,
  GiftReturnedMail,
  GiveInvitationMail,
  ofPractice,
} from "./templates/gift";
import {
  ClaimRefusedMail,
  IntroduceLinkMail,
  IntroductionAnswerMail,
  IntroductionInvitationMail,
  IntroductionPlacedMail,
  IntroductionReminderMail,
  IntroductionThanksMail,
  MentorWelcomeMail,
} from "./templates/introduction";
import { MeetingNewsMail } from "./templates/meeting";
import { OutreachMail } from "./templates/outreach";
import { PlaceInvitationMail, placeInvitationWords } from "./templates/place-invitation";
import { PlacementPublishedMail } from "./templates/placement";
import { SearchNewsMail } from "./templates/search-news";
import { SignInAddressMail, SignInMail } from "./templates/sign-in";
import {
  AdvisorNewsMail,
  CoverNewsMail,
  EndorsementAskedMail,
  IntroductionNewsMail,
  NeedsYouMail,
  SchoolInvitationMail,
} from "./templates/staff";
import {
  FamilyNewsMail,
  MentorLeavingMail,
  MentorStatusMail,
  OwnRightsMail,
  PursuitNewsMail,
  StudentStatusMail,
} from "./templates/status";
import { StillOpenMail } from "./templates/still-open";
import { TransferNewsMail } from "./templates/transfer";
import { VisitNewsMail } from "./templates/visit";
import { VisitorOfferLinkMail, VisitorOfferNewsMail } from "./templates/visitor-offer";
import { visitEntry } from "./visit-entry";

interface CatalogueEntry<Kind extends MailKind> {
  /** Also the mail's heading. */
  subject(t: TFunction<"mail">, props: MailProps<Kind>): string;
  Template: Template<Kind>;
  /** The entry for the reader's calendar, in a mail that has one. */
  calendar?(t: TFunction<"mail">, props: MailProps<Kind>): CalendarEntry | null;
  /** To where its reader answers by mail; where it says nothing, `emails/kinds.ts` does. */
  replyTo?(props: MailProps<Kind>): string | null;
  /** Names nobody to call: who helps at the school may be whom it is about. */
  namesNobody?: true;
  /** For previews and tests: the named cast, no real person. */
  example: MailProps<Kind>;
}

/** Subject, words and example of every kind; a kind that lacks one, or whose words lack a language, does not compile. */
export const mailCatalogue: { readonly [Kind in MailKind]: CatalogueEntry<Kind> } = {
  "sign-in": {
    subject: (t, { code }) => t("kinds.sign-in.subject", { code }),
    Template: SignInMail,
    example: { code: "204816", link: `${example.origin}/sign-in/link?token=example`, minutes: 10 },
  },
  "consent-request": {
    subject: (t, props) =>
      t("kinds.consent-request.subject", { school: props.schoolName, student: props.studentFirstName }),
    Template: ConsentRequestMail,
    example: {
      ...example.school,
      guardianName: "Rosa",
      studentFirstName: "Ana",
      link: `${example.origin}/consent/example`,
    },
  },
  "consent-reminder": {
    subject: (t, props) => t("kinds.consent-reminder.subject", { student: props.studentFirstName }),
    Template: ConsentReminderMail,
    example: {
      ...example.school,
      guardianName: "Rosa",
      studentFirstName: "Ana",
      link: `${example.origin}/consent/example`,
    },
  },
  "first-contact": {
    subject: (t, props) => t("kinds.first-contact.subject", { school: props.schoolName }),
    Template: FirstContactMail,
    example: {
      ...example.school,
      ...example.placement,
      mentorName: "Priya",
      studentFirstName: "Ana",
      gradeBand: "9-10",
      interests: example.interests,
      link: `${example.origin}/first-contact/example`,
    },
  },
  "endorsement-asked": {
    subject: (t, { studentFirstName: student }) => t("kinds.endorsement-asked.subject", { student }),
    Template: EndorsementAskedMail,
    example: {
      ...example.school,
      ...example.placement,
      readerName: "Tom",
      studentFirstName: "Ana",
      link: `${example.origin}/advisor`,
    },
  },
  "advisor-news": {
    subject: (t, { event, studentFirstName: student }) => t(`kinds.advisor-news.${event}.subject`, { student }),
    Template: AdvisorNewsMail,
    example: {
      ...example.school,
      ...example.placement,
      readerName: "Tom",
      studentFirstName: "Ana",
      event: "lead_new",
      link: `${example.origin}/advisor/pursuits/example`,
    },
  },
  "pursuit-news": {
    subject: (t, props) =>
      t(`kinds.pursuit-news.${props.event}.subject`, {
        student: props.studentFirstName,
        organisation: props.organisationName,
        title: props.placementTitle,
      }),
    Template: PursuitNewsMail,
    example: {
      ...example.school,
      ...example.placement,
      coordinatorName: "Dana",
      studentFirstName: "Ana",
      event: "offered",
      link: `${example.origin}/coordinator/pursuits/example`,
    },
  },
  "student-status": {
    subject: (t, props) =>
      t(`kinds.student-status.${props.status}.subject`, {
        organisation: props.organisationName,
        title: props.placementTitle,
      }),
    Template: StudentStatusMail,
    example: {
      ...example.school,
      ...example.placement,
      studentFirstName: "Ana",
      status: "contacted",
      link: `${example.origin}/student/pursuits/example`,
    },
  },
  "search-news": {
    subject: (t, { count }) => t("kinds.search-news.subject", { count }),
    Template: SearchNewsMail,
    example: {
      ...example.school,
      studentFirstName: "Ana",
      placementList: [
        {
          title: example.placement.placementTitle,
          organisation: example.placement.organisationName,
          link: `${example.origin}/placements/example`,
        },
      ],
      count: 3,
      link: `${example.origin}/student/searches`,
    },
  },
  "own-rights": {
    subject: (t, { reader, studentFirstName: student }) => t(`kinds.own-rights.${reader}.subject`, { student }),
    Template: OwnRightsMail,
    example: {
      ...example.school,
      reader: "family",
      readerName: "Lan",
      studentFirstName: "Minh",
      link: `${example.origin}/guardian`,
    },
  },
  "transfer-news": {
    subject: (t, { reader, event, studentFirstName: student, schoolName: school }) =>
      t(`kinds.transfer-news.${reader}.${event}.subject`, { student, school }),
    Template: TransferNewsMail,
    example: {
      ...example.school,
      reader: "family",
      readerName: "Rosa",
      studentFirstName: "Ana",
      event: "announced",
      otherSchool: "Harbor Point School",
      firstDay: "2026-11-30",
      link: `${example.origin}/home`,
    },
  },
  "family-news": {
    subject: (t, { event, studentFirstName: student }) => t(`kinds.family-news.${event}.subject`, { student }),
    Template: FamilyNewsMail,
    example: {
      ...example.school,
      ...example.placement,
      guardianName: "Rosa",
      studentFirstName: "Ana",
      event: "offered",
      link: `${example.origin}/guardian`,
    },
  },
  "mentor-leaving": {
    subject: (t, { event, mentorPlace: organisation }) => t(`kinds.mentor-leaving.${event}.subject`, { organisation }),
    Template: MentorLeavingMail,
    example: {
      ...example.school,
      mentorName: "Priya",
      mentorPlace: example.placement.organisationName,
      mentorLastDay: "2026-10-30",
      event: "said",
      link: `${example.origin}/mentor/leaving`,
    },
  },
  "mentor-status": {
    subject: (t, props) =>
      t(`kinds.mentor-status.${props.status}.subject`, {
        student: props.studentFirstName,
        title: props.placementTitle,
      }),
    Template: MentorStatusMail,
    example: {
      ...example.school,
      mentorName: "Priya",
      studentFirstName: "Ana",
      placementTitle: example.placement.placementTitle,
      status: "accepted",
      link: `${example.origin}/mentor/pursuits/example`,
    },
  },
  "visit-news": {
    subject: (t, { event, reader, studentFirstName: student, visitKind }) =>
      t(event === "not_yours" ? "kinds.visit-news.not_yours.subject" : `kinds.visit-news.${event}.${reader}.subject`, {
        ...{ student, visit: t(`kinds.visit-news.kind.${visitKind}`) },
      }),
    Template: VisitNewsMail,
    calendar: visitEntry,
    example: {
      ...example.school,
      reader: "mentor",
      readerName: "Priya",
      studentFirstName: "Ana",
      event: "dated",
      visitKind: "shadow_day",
      about: example.visit,
      link: `${example.origin}/mentor/pursuits/example`,
    },
  },
  "meeting-news": {
    subject: (t, { event, reader, studentFirstName: student, advisorName: advisor }) =>
      t(`kinds.meeting-news.${event}.${reader}.subject`, { student, advisor }),
    Template: MeetingNewsMail,
    calendar: meetingEntry,
    example: {
      ...example.school,
      ...{ reader: "student", readerName: "Ana", studentFirstName: "Ana", event: "planned", advisorName: "Tom Okafor" },
      about: example.meeting,
      link: `${example.origin}/student`,
    },
  },
  "conversation-news": {
    subject: (t, { count }) => t("kinds.conversation-news.subject", { count }),
    Template: ConversationNewsMail,
    // To several conversations nobody answers at once: each has an address of its own in the mail.
    replyTo: ({ conversationList, more }) => (more === 0 ? onlyOne(conversationList)?.replyTo : null) ?? null,
    example: {
      ...example.school,
      readerName: "Rosa",
      conversationList: example.conversations,
      more: 0,
      count: 3,
      link: `${example.origin}/conversations`,
    },
  },
  "reply-returned": {
    subject: (t, { event }) => t(event === "files" ? "kinds.reply-returned.half" : "kinds.reply-returned.subject"),
    Template: ReplyReturnedMail,
    example: {
      ...example.school,
      readerName: "Maya",
      event: "too_long",
      link: `${example.origin}/conversations/0199d1f0-1234-7000-8000-00000000c0a1`,
    },
  },
  "concern-waits": {
    subject: (t) => t("kinds.concern-waits.subject"),
    Template: ConcernWaitsMail,
    namesNobody: true,
    example: {
      ...example.school,
      at: "2026-10-15T05:40:00.000Z",
      timeZone: "America/Los_Angeles",
      link: `${example.origin}/safeguarding/example`,
    },
  },
  "leads-changed": {
    subject: (t, { schoolName }) => t("kinds.leads-changed.subject", { school: schoolName }),
    Template: LeadsChangedMail,
    example: {
      ...example.school,
      event: "end",
      leadName: "Ines Carvalho",
      leadChangedBy: "Priya Nair",
      leadFrom: "2026-10-17",
      link: `${example.origin}/safeguarding`,
    },
  },
  "cover-news": {
    subject: (t, { reader, event, coverAdvisory: advisory }) =>
      t(`kinds.cover-news.${reader}.${event}.subject`, { advisory }),
    Template: CoverNewsMail,
    example: {
      ...example.school,
      ...{
        reader: "cover",
        event: "given",
        coverName: "June Park",
        coverAdvisory: "Tom's advisory",
        coverBy: "Tom Okafor",
      },
      ...{ coverFrom: "2026-10-17", coverTo: "2026-10-18", link: `${example.origin}/advisor/cover` },
    },
  },
  "needs-you": {
    subject: (t, { count }) => t("kinds.needs-you.subject", { count }),
    Template: NeedsYouMail,
    example: {
      ...example.school,
      coordinatorName: "Dana",
      ...{ count: 10, requests: 4, introductions: 1, tasks: 3, conversations: 2 },
      link: `${example.origin}/coordinator`,
    },
  },
  "placement-published": {
    subject: (t, props) =>
      t("kinds.placement-published.subject", { title: props.placementTitle, school: props.schoolName }),
    Template: PlacementPublishedMail,
    example: {
      ...example.school,
      mentorName: "Priya",
      placementTitle: example.placement.placementTitle,
      link: `${example.origin}/mentor/placements/example`,
    },
  },
  "introduction-invitation": {
    subject: (t, props) => t("kinds.introduction-invitation.subject", { school: props.schoolName }),
    Template: IntroductionInvitationMail,
    example: example.invitation,
  },
  "introduction-reminder": {
    subject: (t, props) => t("kinds.introduction-reminder.subject", { school: props.schoolName }),
    Template: IntroductionReminderMail,
    example: { ...example.invitation, proposerName: null },
  },
  "introduction-thanks": {
    subject: (t, props) => t("kinds.introduction-thanks.subject", { mentor: props.mentorName }),
    Template: IntroductionThanksMail,
    example: { ...example.school, familyName: "Rosa", mentorName: "Priya", link: `${example.origin}/introduce` },
  },
  "introduction-answer": {
    subject: (t, props) => t("kinds.introduction-answer.subject", { school: props.schoolName }),
    Template: IntroductionAnswerMail,
    example: {
      ...example.school,
      mentorName: "Priya",
      question: "How long does it take?",
      answer: "Half an hour for a talk. You choose the day.",
      link: `${example.origin}/invitation/example`,
    },
  },
  "introduction-placed": {
    subject: (t, props) => t("kinds.introduction-placed.subject", { mentor: props.mentorName }),
    Template: IntroductionPlacedMail,
    example: { ...example.school, familyName: "Rosa", mentorName: "Priya", link: `${example.origin}/introduce` },
  },
  "introduce-link": {
    subject: (t, props) => t("kinds.introduce-link.subject", { school: props.schoolName }),
    Template: IntroduceLinkMail,
    example: { ...example.school, familyName: "Rosa", link: `${example.origin}/introduce/example` },
  },
  "mentor-welcome": {
    subject: (t, props) => t("kinds.mentor-welcome.subject", { organisation: props.organisationName }),
    Template: MentorWelcomeMail,
    example: {
      ...example.school,
      mentorName: "Priya",
      organisationName: example.placement.organisationName,
      isPosted: true,
      link: `${example.origin}/sign-in`,
    },
  },
  "claim-refused": {
    subject: (t, props) => t("kinds.claim-refused.subject", { school: props.schoolName }),
    Template: ClaimRefusedMail,
    example: {
      ...example.school,
      mentorName: "Priya",
      organisationName: example.placement.organisationName,
      link: `${example.origin}/question`,
    },
  },
  "introduction-news": {
    subject: (t, props) => t(`kinds.introduction-news.${props.event}.subject`, { mentor: props.mentorName }),
    Template: IntroductionNewsMail,
    example: {
      ...example.school,
      coordinatorName: "Dana",
      mentorName: "Priya",
      event: "accepted",
      link: `${example.origin}/coordinator/introductions/example`,
    },
  },
  "visitor-offer-link": {
    subject: (t, props) => t("kinds.visitor-offer-link.subject", { school: props.schoolName }),
    Template: VisitorOfferLinkMail,
    example: { ...example.school, link: `${example.origin}/offering/example` },
  },
  "visitor-offer-news": {
    subject: (t, props) =>
      t(`kinds.visitor-offer-news.${props.event}.subject`, { organisation: props.organisationName }),
    Template: VisitorOfferNewsMail,
    example: {
      ...example.school,
      coordinatorName: "Dana",
      organisationName: example.placement.organisationName,
      event: "in_review",
      link: `${example.origin}/coordinator/listings`,
    },
  },
  "gift-pledged": {
    subject: (t, props) => ofPractice(t, props, t("kinds.gift-pledged.subject", { school: props.schoolName })),
    Template: GiftPledgedMail,
    example: { ...example.school, ...example.gift },
  },
  "gift-receipt": {
    subject: (t, props) => ofPractice(t, props, t("kinds.gift-receipt.subject", { school: props.schoolName })),
    Template: GiftReceiptMail,
    example: { ...example.school, ...example.gift },
  },
  "gift-returned": {
    subject: (t, props) => ofPractice(t, props, t("kinds.gift-returned.subject", { school: props.schoolName })),
    Template: GiftReturnedMail,
    example: { ...example.school, ...example.gift },
  },
  "gift-failed": {
    subject: (t, props) => ofPractice(t, props, t("kinds.gift-failed.subject", { school: props.schoolName })),
    Template: GiftFailedMail,
    example: { ...example.school, ...example.gift },
  },
  "gift-bounced": {
    subject: (t, props) => ofPractice(t, props, t("kinds.gift-bounced.subject", { school: props.schoolName })),
    Template: GiftBouncedMail,
    example: { ...example.school, ...example.gift },
  },
  "give-invitation": {
    subject: (t, props) => ofPractice(t, props, t("kinds.give-invitation.subject", { school: props.schoolName })),
    Template: GiveInvitationMail,
    example: { ...example.school, isPractice: false, mentorName: "Priya", link: `${example.origin}/give/example` },
  },
  "outreach-mail": {
    subject: (_, { outreachSubject }) => outreachSubject,
    Template: OutreachMail,
    example: { ...example.school, ...example.outreach },
  },
  "place-invitation": {
    subject: (t, props) => t(placeInvitationWords(props, "subject"), { school: props.schoolName }),
    Template: PlaceInvitationMail,
    example: {
      ...example.school,
      readerName: "Rosa",
      reader: "guardian",
      event: "invited",
      link: `${example.origin}/join/example`,
    },
  },
  "sign-in-address": {
    subject: (t, props) => t("kinds.sign-in-address.subject", { school: props.schoolName }),
    Template: SignInAddressMail,
    example: { ...example.school, readerName: "Priya", link: `${example.origin}/sign-in` },
  },
  "check-ending": {
    subject: (t, props) => t("kinds.check-ending.subject", { school: props.schoolName }),
    Template: CheckEndingMail,
    example: {
      ...{ ...example.school, mentorName: "Priya", mentorCheck: null, mentorCheckEndsOn: "2026-12-14" },
      link: `${example.origin}/mentor`,
    },
  },
  "still-open": {
    subject: (t, props) => t("kinds.still-open.subject", { count: props.placementTitles.length }),
    Template: StillOpenMail,
    example: {
      ...{ ...example.school, mentorName: "Priya", mentorAnswerBy: "2027-03-01" },
      placementTitles: [example.placement.placementTitle, "A day at the lathe"],
      link: `${example.origin}/still-open/example`,
    },
  },
  "school-invitation": {
    subject: (t, props) => t("kinds.school-invitation.subject", { school: props.schoolName }),
    Template: SchoolInvitationMail,
    example: { ...example.school, adminName: "Dana", link: `${example.origin}/invitation/example` },
  },
};

/** The subject of a mail, in one line. */
export function subjectOf<Kind extends MailKind>(t: TFunction<"mail">, kind: Kind, props: MailProps<Kind>): string {
  return mailCatalogue[kind].subject(t, props).replaceAll(/\s+/g, " ").trim();
}

/** Whether mail has words in a language; in any other one it goes out in English. */
export const isWrittenIn = (language: string): boolean => isLanguage(language);

function onlyOne<Item>(list: readonly Item[]): Item | undefined {
  return list.length === 1 ? list[0] : undefined;
}
