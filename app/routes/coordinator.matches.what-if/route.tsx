import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { NoPlan } from "~/ui/no-plan";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { NumberField } from "~/ui/text-fields";
import { Answer } from "./answer";
import { readChange } from "./asked-change.server";
import { CHANGE_KINDS } from "./change-kinds";

export const handle: PageHandle = { title: "plans:whatIf.title" };

/** The address holds the question, so that it can be sent to a colleague and gone back to. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { change, fields } = readChange(request.url);
  const outcome = await askWhatIf(context.wiring, actor, { change });
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  // A link may come with half a question, such as a place alone; a form that was sent says so.
  const isPartial = change === null && fields.kind !== "";
  return { fields, isPartial, asked: outcome.ok ? outcome.value : null };
}

export default function WhatIf() {
  const { t } = useTranslation(["plans", "matching"]);
  const { fields, isPartial, asked } = useLoaderData<typeof loader>();
  const isAsking = useNavigation().state === "loading";
  return (
    <Page
      title={t("whatIf.title")}
      lead={t("whatIf.lead")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
    >
      {asked === null ? (
        <NoPlan />
      ) : (
        <>
          <Form method="get" className="space-y-6">
            <Select
              name="kind"
              required
              label={t("whatIf.kind")}
              defaultValue={fields.kind || "lock"}
              choices={CHANGE_KINDS.map((value) => ({ value, label: t(`whatIf.kinds.${value}`) }))}
            />
            <Select
              name="studentId"
              label={t("whatIf.student")}
              hint={t("whatIf.studentHint")}
              defaultValue={fields.studentId}
              emptyLabel={t("whatIf.noStudent")}
              choices={asked.students.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              name="listingId"
              required
              label={t("whatIf.listing")}
              defaultValue={fields.listingId}
              choices={asked.listings.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <NumberField
              name="added"
              label={t("whatIf.added")}
              hint={t("whatIf.addedHint")}
              defaultValue={fields.added || "1"}
            />
            <Button look="primary">{t(isAsking ? "whatIf.asking" : "whatIf.ask")}</Button>
          </Form>
          {isPartial && (
            <div role="status">
              <Notice tone="wait">{t("whatIf.partial")}</Notice>
            </div>
          )}
          {asked.answer && <Answer answer={asked.answer} />}
        </>
      )}
    </Page>
  );
}
