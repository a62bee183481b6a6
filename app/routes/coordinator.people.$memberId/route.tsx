import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openPerson } from "~/features/people/open-person.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { safeRedirect } from "~/http/safe-redirect.server";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { HandOn, SetAdvisory } from "./advisory-forms";
import { ComingIn } from "./coming-in";
import { Contacts } from "./contacts";
import { Facts } from "./facts";
import { Family } from "./family";
import { Change, DONE, REFUSALS } from "./forms.server";
import { Goes, HasLeft, Leaving } from "./leaving";
import { makeChange } from "./make-change.server";
import { LanguagesForm, NamesForm } from "./names-form";
import { Places } from "./places";

export const handle: PageHandle = { title: "people:title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { memberId: personId } = parseParams(params, "memberId");
  const outcome = await openPerson(context.wiring, actor, { personId });
  if (!outcome.ok && outcome.reason === "went_into")
    throw redirect(safeRedirect(`/coordinator/people/${outcome.detail?.personId}`));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { memberId: personId } = parseParams(params, "memberId");
  const form = await parseForm(request, Change, context);
  if (!form.ok) return form.reply;
  const outcome = await makeChange(context.wiring, actor, { personId, asked: form.value });
  if (!outcome.ok && outcome.reason === "went_into")
    return redirectWithToast(`/coordinator/people/${outcome.detail?.personId}`, "people:toast.went_into");
  return outcome.ok
    ? redirectWithToast(`/coordinator/people/${personId}`, DONE[form.value.intent])
    : refuse(context, outcome, REFUSALS, form.typed);
}

export default function Person() {
  const { t } = useTranslation(["people", "merges"]);
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { person, isStudent } = view;
  return (
    <Page title={person.nameUsed} back={{ to: "/coordinator/people", label: t("person.back") }}>
      {person.leftOn && <HasLeft personId={person.id} leftOn={person.leftOn} isStudent={isStudent} reply={reply} />}
      <Goes view={view} />
      <Section title={t("person.facts")}>
        <Facts {...view} />
        <div>
          <NamesForm person={person} reply={reply} />
          <LanguagesForm person={person} isStudent={isStudent} reply={reply} />
          {isStudent && <SetAdvisory view={view} reply={reply} />}
        </div>
      </Section>
      <Family view={view} reply={reply} />
      <Contacts contacts={view.contacts} reply={reply} />
      <ComingIn view={view} />
      <HandOn view={view} reply={reply} />
      <Places view={view} reply={reply} />
      {view.mayBeTwice && (
        <p>
          <TextLink to={`/coordinator/duplicates/choose?of=${view.mayBeTwice}&one=${person.id}`}>
            {t("merges:person.twice")}
          </TextLink>
        </p>
      )}
      {isStudent && !person.leftOn && <Leaving view={view} reply={reply} />}
    </Page>
  );
}
