import { isOpen, isWaiting } from "~/domain/introduction/lifecycle";
import { namedProposer } from "~/domain/introduction/proposer";
import { isAnsweredByMail } from "~/features/introductions/answer-question.server";
import type { IntroductionReview } from "~/features/introductions/open-introduction.server";

/** One introduction as its page shows it. */
export function describeIntroduction({ introduction, known, same, ...review }: IntroductionReview) {
  return {
    ...review,
    id: introduction.id,
    state: introduction.state,
    name: introduction.mentor_name,
    mail: introduction.mentor_mail,
    phone: introduction.mentor_phone,
    does: introduction.does_what,
    how: introduction.how_known,
    proposer: introduction.proposer_full_name,
    recordedBy: introduction.recorded_by_name,
    isNamed: namedProposer(introduction) !== null,
    forStudent: introduction.for_student_name,
    isRelative: introduction.is_relative,
    same: same.map(({ id, state, mentor_name, proposer_full_name }) => ({
      id,
      state,
      name: mentor_name,
      proposer: proposer_full_name,
    })),
    organisation: introduction.organisation_name,
    note: introduction.decline_note,
    language: introduction.mentor_language,
    waits: isWaiting(introduction.state),
    takesAnswers: isOpen(introduction.state) || introduction.state === "accepted",
    isAnsweredByMail: isAnsweredByMail(introduction),
    mustConfirm: introduction.state === "accepted" && introduction.organisation_id === null,
    known: known && { name: known.fullName, organisations: known.organisations.map(({ name }) => name).join(", ") },
  };
}

export type ShownIntroduction = ReturnType<typeof describeIntroduction>;
