import type { LinkActor, LinkKind } from "~/domain/actor";
import type { Proposal } from "~/domain/introduction/proposal";
import { openLink } from "~/features/accounts/open-link.server";
import type { InvitationAnswer } from "~/features/introductions/answer-invitation.server";
import { inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { type Proposer, proposeIntroduction } from "~/features/introductions/propose-introduction.server";
import { cast, castActor } from "~db/cast";
import type { TestDatabase } from "../../support/database";
import { createSeededDatabase } from "../../support/seeded-database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";

export const ines = castActor(cast.ines);
export const rosa = castActor(cast.rosa);

/** A baker whom Rosa knows: what the three fields and "say more" send. */
export const BAKER: Proposal = {
  mentorName: "Elena Panadera",
  mentorMail: "elena.panadera@horno.example",
  mentorPhone: "",
  mentorLanguage: "es",
  doesWhat: "Bakes bread at night.",
  howKnown: "We buy our bread there.",
  mayBeNamed: true,
  isRelative: false,
  studentId: null,
};

export const YES: InvitationAnswer = {
  answer: "accept",
  organisationName: "Horno de Elena",
  mentorName: "Elena Panadera",
  title: "Baker",
  offer: "Shape loaves and fire the oven.",
  firstKind: null,
  street: "",
  postcode: "",
  phone: "",
  question: "",
};
export const NO: InvitationAnswer = { ...YES, answer: "decline" };

export interface Stage {
  database: TestDatabase;
  wiring: TestWiring;
  close(): Promise<void>;
  /** Another person of that name, so that every test has its own. */
  somebody(name: string, changes?: Partial<Proposal>): Proposal;
  propose(by: Proposer, proposal: Proposal): Promise<string>;
  /** Proposed and invited; answers the id. */
  invite(proposal: Proposal, by?: Proposer): Promise<string>;
  /** Who acts through the link of the invitation (or of its reminder) that was mailed. */
  bearer(introductionId: string, kind?: LinkKind, mail?: string): Promise<LinkActor>;
  row(introductionId: string): Promise<Record<string, unknown>>;
  /** Transitions in the audit log, oldest first. */
  acts(noun: string, id: string): Promise<string[]>;
  mails(dedupeKey: string): Promise<StoredMail[]>;
  tasks(subjectId: string): Promise<Task[]>;
}

export interface StoredMail extends Record<string, unknown> {
  kind: string;
  state: string;
  recipient_mail: string;
  recipient_language: string;
  props: Record<string, string | null>;
}

export interface Task extends Record<string, unknown> {
  id: string;
  kind: string;
  state: string;
  props: Record<string, string>;
  outcome_note: string;
}

/** The sample schools, and what the tests of introductions do again and again. */
export async function openStage(): Promise<Stage> {
  const database = await createSeededDatabase();
  const wiring = createTestWiring(database);
  const ask = <Row extends Record<string, unknown>>(text: string, values: unknown[]) =>
    sql<Row>(database, text, values);
  const propose: Stage["propose"] = async (by, proposal) => {
    const outcome = await proposeIntroduction(wiring, by, proposal);
    if (!outcome.ok) throw new Error(`not proposed: ${outcome.reason}`);
    return outcome.value.introductionId;
  };
  return {
    database,
    wiring,
    close: async () => {
      await wiring.close();
      await database.drop();
    },
    somebody: (name, changes = {}) => ({
      ...BAKER,
      mentorName: name,
      mentorMail: `${name.toLowerCase().replaceAll(" ", ".")}@work.example`,
      ...changes,
    }),
    propose,
    invite: async (proposal, by = rosa) => {
      const introductionId = await propose(by, proposal);
      const outcome = await inviteIntroducedMentor(wiring, ines, { introductionId });
      if (!outcome.ok) throw new Error(`not invited: ${outcome.reason}`);
      return introductionId;
    },
    bearer: async (introductionId, kind = "introduction-invitation", mail = "introduction-invitation") => {
      const [sent] = await ask<StoredMail>("select props from mails where dedupe_key = $1", [
        `${mail}:${introductionId}`,
      ]);
      const link = sent?.props[kind === "delete-me" ? "deleteMeLink" : "link"];
      const outcome = await openLink(wiring, { token: link?.split("/").at(-1), kinds: [kind] });
      if (!outcome.ok) throw new Error(`the link is ${outcome.reason}`);
      return outcome.value;
    },
    row: async (introductionId) => {
      const [row] = await ask("select * from introductions where id = $1", [introductionId]);
      if (!row) throw new Error("there is no such introduction");
      return row;
    },
    acts: async (noun, id) =>
      (
        await ask<{ transition: string }>(
          "select transition from audit_log where noun = $1 and noun_id = $2 order by at, id",
          [noun, id],
        )
      ).map(({ transition }) => transition),
    mails: (dedupeKey) => ask<StoredMail>("select * from mails where dedupe_key like $1 order by id", [dedupeKey]),
    tasks: (subjectId) => ask<Task>("select * from staff_tasks where subject_id = $1 order by id", [subjectId]),
  };
}
