import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { APART_NOUNS } from "~/domain/merge/apart";
import { UUID } from "~/domain/uuid";
import { listTwins } from "~/features/merges/list-twins.server";
import { type ApartRefusal, sayApart } from "~/features/merges/say-apart.server";
import { type TakeBackApartRefusal, takeBackApart } from "~/features/merges/take-back-apart.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { safeRedirect } from "~/http/safe-redirect.server";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { formatMoment, formatNames } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ChooseTwo } from "./choose-two";
import { MentorTwins } from "./mentor-twins";
import { SaidApart } from "./said-apart";

export const handle: PageHandle = { title: "merges:title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = new URL(request.url).searchParams;
  const [keptId, otherId] = [asked.get("kept") ?? "", asked.get("other") ?? ""];
  if (UUID.test(keptId) && UUID.test(otherId) && keptId !== otherId)
    throw redirect(
      safeRedirect(
        `/coordinator/duplicates/${asked.get("of") === "mentors" ? "mentors/" : ""}${keptId}/with/${otherId}`,
      ),
    );
  const outcome = await listTwins(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...outcome.value, isUnclear: asked.has("kept") || asked.has("other") };
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
  const { t, i18n } = useTranslation(["merges", "placements"]);
  const { pairs, organisations, merges, apart, mentors, timeZone, isUnclear } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { language } = i18n;
  return (
    <Page title={t("title")} lead={t("lead")} back={{ to: "/coordinator/listings", label: t("placements:back.desk") }}>
      <ErrorSummary errors={reply?.errors} />
      {isUnclear && <Notice tone="stop">{t("choose.fault")}</Notice>}
      {pairs.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <RowList label={t("found")}>
          {pairs.map(({ one, other, because }) => (
            <Row
              key={`${one.id} ${other.id}`}
              to={`/coordinator/duplicates/${one.id}/with/${other.id}`}
              title={formatNames([one.name, other.name], language)}
              detail={formatNames(
                because.map((likeness) => t(`because.${likeness}`)),
                language,
              )}
            />
          ))}
        </RowList>
      )}
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
      {merges.length > 0 && (
        <section className="space-y-3">
          <h2>{t("recent")}</h2>
          <RowList label={t("recent")}>
            {merges.map(({ id, gone, kept, mergedAt, school }) => (
              <Row
                key={id}
                to={`/coordinator/duplicates/merged/${id}`}
                title={t("undo.title", { gone, kept })}
                detail={t("by", { school, when: formatMoment(mergedAt, language, timeZone) })}
              />
            ))}
          </RowList>
        </section>
      )}
      {organisations.length > 1 && (
        <Section title={t("choose.title")}>
          <ChooseTwo
            of="organisations"
            choices={organisations.map(({ id: value, name: label }) => ({ value, label }))}
          />
        </Section>
      )}
      <MentorTwins {...mentors} timeZone={timeZone} />
    </Page>
  );
}
