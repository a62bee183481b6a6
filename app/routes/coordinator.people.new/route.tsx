import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addGuardian, type NewGuardian } from "~/features/people/add-guardian.server";
import { addStaff } from "~/features/people/add-staff.server";
import { addStudent } from "~/features/people/add-student.server";
import { findNamesakes } from "~/features/people/find-namesakes.server";
import { openNewPerson } from "~/features/people/open-new-person.server";
import { type ParsedForm, parseForm } from "~/http/parse-form.server";
import { linkTerms, NewPerson, nameUsedOf } from "~/http/person-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { GuardianForm, type Namesake } from "./guardian-form";
import { StaffForm } from "./staff-form";
import { StudentForm } from "./student-form";

export const handle: PageHandle = { title: "people:new.title" };

const REFUSALS = {
  not_permitted: { status: 403, key: "people:fault.admin_only" },
  not_found: NOT_FOUND,
  went_into: { status: 409, key: "people:fault.student_went_into" },
  number_taken: { status: 409, key: "people:fault.number_taken", field: "studentNumber" },
  known_already: { status: 409, key: "people:fault.known_already", field: "fullName" },
  not_so_called: { status: 409, key: "people:fault.not_so_called", field: "fullName" },
  no_advisory: { status: 409, key: "people:fault.no_advisory", field: "advisoryId" },
  document_needed: { status: 422, key: "people:fault.document_needed", field: "document" },
  tied_already: { status: 409, key: "people:fault.tied_already", field: "fullName" },
} as const;
/** Whoever has a guardian's name may be the same adult: staff say so where the form asks it. */
const GUARDIAN_REFUSALS = { ...REFUSALS, known_already: { ...REFUSALS.known_already, field: "namesake" } } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const search = new URL(request.url).searchParams;
  const outcome = await openNewPerson(context.wiring, actor, { studentId: search.get("student") });
  if (!outcome.ok) throw new Response(null, { status: outcome.reason === "not_found" ? 404 : 403 });
  const as = search.get("as") ?? "student";
  const form = ["advisor", "coordinator", "admin"].includes(as) ? "staff" : as === "guardian" ? "guardian" : "student";
  return {
    ...outcome.value,
    form: form as "student" | "guardian" | "staff",
    role: as,
    isAdmin: actor.role === "admin",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { wiring } = context;
  const form = await parseForm(request, NewPerson, context);
  if (!form.ok) return form.reply;
  const person = form.value;
  const outcome =
    person.as === "student"
      ? await addStudent(wiring, actor, studentOf(person))
      : person.as === "guardian"
        ? await addGuardian(wiring, actor, guardianOf(person))
        : await addStaff(wiring, actor, person);
  if (outcome.ok) {
    const shown = person.as === "guardian" ? person.studentId : outcome.value.personId;
    return redirectWithToast(`/coordinator/people/${shown}`, "people:toast.added");
  }
  const reply = refuse(context, outcome, person.as === "guardian" ? GUARDIAN_REFUSALS : REFUSALS, form.typed);
  if (outcome.reason !== "known_already") return reply;
  const found = await findNamesakes(wiring, actor, person);
  const namesakes = found.ok ? found.value.people : [];
  return json({ ...(await reply.json()), namesakes }, { status: reply.status });
}

type Parsed = Extract<ParsedForm<(typeof NewPerson)["_output"]>, { ok: true }>["value"];

function studentOf(person: Extract<Parsed, { as: "student" }>) {
  const { bornOn = null, studentNumber = null, advisoryId = null, mail = null } = person;
  return { ...person, nameUsed: nameUsedOf(person), bornOn, studentNumber, advisoryId, mail };
}

function guardianOf(person: Extract<Parsed, { as: "guardian" }>) {
  const { studentId, fullName, language, document, namesake, mail, phone } = person;
  return {
    ...{ studentId, fullName, language, document },
    nameUsed: nameUsedOf(person),
    terms: linkTerms(person),
    contacts: [
      ...(mail ? [{ kind: "mail" as const, value: mail }] : []),
      ...(phone ? [{ kind: "phone" as const, value: phone }] : []),
    ],
    namesake: seenNamesake(namesake),
  };
}

/** What staff said about whoever has the same name; nothing while they have not seen them. */
function seenNamesake(said: string | undefined): NewGuardian["namesake"] {
  if (said === undefined) return "unseen";
  return said === "another" ? said : { personId: said };
}

export default function NewPersonPage() {
  const { t } = useTranslation("people");
  const { form, role, student, advisories, isAdmin, nextCall } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  // only the refusal of a known name has them
  const { namesakes = [] } = (reply ?? {}) as { namesakes?: Namesake[] };
  const tabs = (["student", "guardian", "advisor"] as const).map((as) => ({
    to: `/coordinator/people/new?as=${as}`,
    label: as === "advisor" ? t("new.staff.tab") : t(`role.${as}`),
    current: form === (as === "advisor" ? "staff" : as),
  }));
  return (
    <Page
      title={
        form === "guardian" && student
          ? t("new.guardian.title", { student: student.name })
          : t(form === "staff" ? "new.staff.title" : form === "guardian" ? "new.title" : "new.student.title")
      }
      lead={form === "guardian" && !student ? undefined : t(`new.${form}.lead`)}
      back={
        student
          ? { to: `/coordinator/people/${student.id}`, label: student.name }
          : { to: "/coordinator/people", label: t("new.back") }
      }
    >
      {!student && <LinkTabs tabs={tabs} label={t("new.as")} />}
      {form === "student" && <StudentForm reply={reply} advisories={advisories} isKnown={namesakes.length > 0} />}
      {form === "staff" && <StaffForm reply={reply} role={role} isAdmin={isAdmin} isKnown={namesakes.length > 0} />}
      {form === "guardian" && !student && (
        <Notice actions={<LinkButton to="/coordinator/people?show=student">{t("new.findStudent")}</LinkButton>}>
          {t("new.guardianFirst")}
        </Notice>
      )}
      {form === "guardian" && student && (
        <GuardianForm reply={reply} studentId={student.id} namesakes={namesakes} nextCall={nextCall} />
      )}
    </Page>
  );
}
