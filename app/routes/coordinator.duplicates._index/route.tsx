import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { APART_NOUNS } from "~/domain/merge/apart";
import { listTwins } from "~/features/merges/list-twins.server";
import { type ApartRefusal, sayApart } from "~/features/merges/say-apart.server";
import { type TakeBackApartRefusal, takeBackApart } from "~/features/merges/take-back-apart.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { MentorTwins } from "./mentor-twins";
import { Made, Pairs } from "./pairs";
import { PersonTwins } from "./person-twins";
import { SaidApart } from "./said-apart";
import { StaffTwins } from "./staff-twins";
import { StudentTwins } from "./student-twins";

export const handle: PageHandle = { title: "merges:title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listTwins(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

const ApartForm = z.object({
  intent: z.enum(["say_apart", "take_back_apart"]),
  noun: z.enum(APART_NOUNS),
  oneId: z.uuid(),
  otherId: z.uuid(),
});

const REFUSALS: Refusals<ApartRefusal | TakeBackApartRefusal> = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  not_apart: { status: 409, key: "merges:fault.not_apart" },
};

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, ApartForm, context);
  if (!form.ok) return form.reply;
  const { intent, ...two } = form.value;
  const isSaid = intent === "say_apart";
  const outcome = await (isSaid ? sayApart : takeBackApart)(context.wiring, actor, two);
  return outcome.ok
    ? redirectWithToast("/coordinator/duplicates", isSaid ? "merges:toast.apart" : "merges:toast.askedAgain")
    : refuse(context, outcome, REFUSALS, form.typed);
}

export default function Duplicates() {
  const { t } = useTranslation(["merges", "placements"]);
  const { pairs, merges, apart, mentors, people, students, staff, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("title")} lead={t("lead")} back={{ to: "/coordinator/listings", label: t("placements:back.desk") }}>
      <ErrorSummary errors={reply?.errors} />
      <Section title={t("section")}>
        <div className="space-y-6">
          <Pairs
            label={t("found")}
            none={t("none")}
            pairs={pairs.map(({ one, other, because }) => ({
              to: `/coordinator/duplicates/${one.id}/with/${other.id}`,
              names: [one.name, other.name],
              because: because.map((likeness) => t(`because.${likeness}`)),
            }))}
          />
          <SaidApart
            noun="organisation"
            summary={t("apart.show")}
            apart={apart.map(({ one, other, ...said }) => ({
              ...said,
              one: { id: one.id, label: one.name },
              other: { id: other.id, label: other.name },
            }))}
            timeZone={timeZone}
          />
          <Made merges={merges} at="/coordinator/duplicates/merged" timeZone={timeZone} />
          <p>
            <LinkButton to="/coordinator/duplicates/choose?of=organisations">{t("choose.organisations")}</LinkButton>
          </p>
        </div>
      </Section>
      <MentorTwins {...mentors} timeZone={timeZone} />
      <PersonTwins {...people} timeZone={timeZone} />
      <StudentTwins {...students} timeZone={timeZone} />
      {staff && <StaffTwins {...staff} timeZone={timeZone} />}
    </Page>
  );
}
