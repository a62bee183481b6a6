import { type SampleSchoolSlug, sampleSchools } from "../cast";
import { hashAddress } from "../mails.server";
import { withScope } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import { mentorIdOf, personIdOf, type Sample, seedActor } from "./sample.server";
import { auditRow, byCoordinator, byLink, byPerson, coordinatorOf, type Doer } from "./sample-acts.server";
import { seedId } from "./seed-id.server";
import { organisationIdOf } from "./write-organisations.server";

interface SampleIntroduction {
  school: SampleSchoolSlug;
  by: string;
  as: "guardian" | "student" | "staff";
  student: string | null;
  state: "submitted" | "in_review" | "invited" | "accepted" | "declined";
  daysAgo: number;
  mentor: string;
  mail: string;
  language: string;
  doesWhat: string;
  howKnown: string;
  mayBeNamed: boolean;
  isRelative: boolean;
}

/** What families and students proposed; the accepted one is how Lucia Mendoza came to be a mentor. */
const INTRODUCTIONS: readonly SampleIntroduction[] = [
  {
    school: "lakeview",
    by: "Monique Cole",
    as: "guardian",
    student: "Jada Cole",
    state: "submitted",
    daysAgo: 1,
    mentor: "Reggie Banks",
    mail: "reggie.banks@example.org",
    language: "en",
    doesWhat: "Repairs instruments in a small shop and plays the bass.",
    howKnown: "He repaired my saxophone.",
    mayBeNamed: true,
    isRelative: false,
  },
  {
    school: "lakeview",
    by: "Lan Tran",
    as: "guardian",
    student: "Minh Tran",
    state: "in_review",
    daysAgo: 4,
    mentor: "Bao Tran",
    mail: "bao.tran@example.org",
    language: "vi",
    doesWhat: "Runs a garage for electric cars.",
    howKnown: "My brother.",
    mayBeNamed: true,
    isRelative: true,
  },
  {
    school: "lakeview",
    by: "Wren Abbott",
    as: "student",
    student: "Wren Abbott",
    state: "in_review",
    daysAgo: 6,
    mentor: "Noelle Park",
    mail: "noelle.park@example.org",
    language: "en",
    doesWhat: "Paints murals on schools.",
    howKnown: "She painted the wall at the pool.",
    mayBeNamed: false,
    isRelative: false,
  },
  {
    school: "lakeview",
    by: "Elena Ramos",
    as: "guardian",
    student: "Lucia Ramos",
    state: "accepted",
    daysAgo: 60,
    mentor: "Lucia Mendoza",
    mail: "lucia.mendoza@sol-y-masa.example",
    language: "es",
    doesWhat: "Manages the shop of a bakery.",
    howKnown: "We buy our bread there.",
    mayBeNamed: true,
    isRelative: false,
  },
  {
    school: "harbor",
    by: "Nadia Brown",
    as: "guardian",
    student: "Keisha Brown",
    state: "invited",
    daysAgo: 5,
    mentor: "Frank Odum",
    mail: "frank.odum@example.org",
    language: "en",
    doesWhat: "Trains dogs that help people who cannot see.",
    howKnown: "A neighbor.",
    mayBeNamed: true,
    isRelative: false,
  },
  {
    school: "cedar-ridge",
    by: "Lars Larsen",
    as: "guardian",
    student: "Finn Larsen",
    state: "submitted",
    daysAgo: 2,
    mentor: "Orla Quist",
    mail: "orla.quist@example.org",
    language: "en",
    doesWhat: "Breeds sheep and makes cheese.",
    howKnown: "We buy hay from the same farm.",
    mayBeNamed: true,
    isRelative: false,
  },
];

/** Introductions in several states with their audit rows. */
export async function writeIntroductions(sample: Sample, slug: SampleSchoolSlug): Promise<void> {
  const { schoolId, districtId } = sampleSchools[slug];
  const { instant } = sample.calendar;
  const own = INTRODUCTIONS.filter(({ school }) => school === slug);
  await withScope(sample, seedActor(slug), async (tx) => {
    await insertRows(
      tx,
      "introductions",
      own.map((each) => {
        const hasBeenInvited = each.state === "invited" || each.state === "accepted";
        const isAccepted = each.state === "accepted";
        return {
          school_id: schoolId,
          id: introductionIdOf(each),
          district_id: districtId,
          proposed_by: personIdOf(slug, each.by),
          proposed_as: each.as,
          for_student_id: each.student ? personIdOf(slug, each.student) : null,
          state: each.state,
          mentor_name: each.mentor,
          mentor_mail: each.mail,
          mentor_language: each.language,
          does_what: each.doesWhat,
          how_known: each.howKnown,
          may_be_named: each.mayBeNamed,
          is_relative: each.isRelative,
          relatives_student_id: each.isRelative && each.student ? personIdOf(slug, each.student) : null,
          reviewed_by: hasBeenInvited ? personIdOf(slug, coordinatorOf(slug)) : null,
          invited_at: hasBeenInvited ? instant(-each.daysAgo + 1) : null,
          answered_at: isAccepted ? instant(-each.daysAgo + 4) : null,
          expires_at: hasBeenInvited ? instant(-each.daysAgo + 91) : null,
          organisation_id: isAccepted ? organisationIdOf("sol-y-masa") : null,
          mentor_id: isAccepted ? mentorIdOf(each.mentor) : null,
          created_at: instant(-each.daysAgo),
        };
      }),
    );
    await insertRows(
      tx,
      "invited_addresses",
      own
        .filter(({ state }) => state === "invited" || state === "accepted")
        .map(({ mail, daysAgo }) => ({
          district_id: districtId,
          address_hash: hashAddress(mail),
          invited_at: instant(-daysAgo + 1),
        })),
    );
    await insertRows(
      tx,
      "audit_log",
      own.flatMap((each) => {
        const id = introductionIdOf(each);
        return wayTo(each.state).map(([transition, to], step, way) =>
          auditRow(slug, {
            noun: "introduction",
            id,
            by: whoMoved(slug, transition, each),
            transition,
            from: way[step - 1]?.[1] ?? null,
            to,
            at: instant(-each.daysAgo + step),
          }),
        );
      }),
    );
  });
}

function whoMoved(slug: SampleSchoolSlug, transition: string, { by, as }: SampleIntroduction): Doer {
  if (transition === "propose") return byPerson(slug, as, by);
  return transition === "accept" ? byLink("introduction-invitation", null) : byCoordinator(slug);
}

function introductionIdOf({ school, mentor }: Pick<SampleIntroduction, "school" | "mentor">): string {
  return seedId(`introduction:${school}:${mentor}`);
}

function wayTo(state: SampleIntroduction["state"]): [string, string][] {
  const submit: [string, string] = ["propose", "submitted"];
  if (state === "submitted") return [submit];
  if (state === "in_review") return [submit, ["review", "in_review"]];
  const invite: [string, string][] = [submit, ["invite", "invited"]];
  return state === "invited" ? invite : [...invite, ["accept", state]];
}
