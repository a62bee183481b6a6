import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { chooseDay } from "~/features/homes/choose-day.server";
import { openDay } from "~/features/homes/open-day.server";
import { civilDay } from "~/http/civil-day.server";
import { parseForm } from "~/http/parse-form.server";
import { requireStaff } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";
import { DateField } from "~/ui/text-fields";
import { DaySheet } from "./day-sheet";
import { SHEETS_BY, type SheetsBy, sheetsBy } from "./sheets-by";

export const handle: PageHandle = { title: "home:day.title" };

const DayForm = z.object({ on: civilDay, by: z.enum(SHEETS_BY).default("site") });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const outcome = await chooseDay(context.wiring, await requireStaff(request, context));
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

/** The log says who opened the list of which day, so that is a press, and the list is in its answer alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const form = await parseForm(request, DayForm, context);
  if (!form.ok) return form.reply;
  const outcome = await openDay(context.wiring, actor, { day: form.value.on });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const list = { ...outcome.value, ok: true as const, by: form.value.by };
  return json(list, { headers: { "Cache-Control": "no-store" } });
}

export default function Day() {
  const { t } = useTranslation("home");
  const { day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.ok) return <OpenDay list={answer} />;
  return (
    <Page title={t("day.title")} lead={t("day.noted")}>
      <ChooseDay day={day} by="site" reply={answer} />
    </Page>
  );
}

function ChooseDay({ day, by, reply }: { day: string; by: SheetsBy; reply?: FormReply | undefined }) {
  const { t } = useTranslation("home");
  return (
    <Form reply={reply}>
      <DateField key={day} name="on" label={t("day.which")} required defaultValue={day} />
      <RadioGroup
        key={by}
        name="by"
        label={t("day.by.label")}
        choices={SHEETS_BY.map((value) => ({ value, label: t(`day.by.${value}`) }))}
        defaultValue={by}
        required
      />
      <Button look="primary" pendingText={t("day.opening")}>
        {t("day.show")}
      </Button>
    </Form>
  );
}

type DayList = Extract<Awaited<ReturnType<typeof openDay>>, { ok: true }>["value"];

function OpenDay({ list: { day, by, out, isClosed, school } }: { list: DayList & { by: SheetsBy } }) {
  const { t, i18n } = useTranslation("home");
  const when = formatDay(day, i18n.language, { withYear: true });
  return (
    <Page
      title={<span className="print:hidden">{t("day.on", { day: when })}</span>}
      lead={out.length > 0 && <span className="print:hidden">{t("day.lead", { count: out.length })}</span>}
      actions={out.length > 0 && <PrintButton />}
    >
      {(isClosed || out.length > 0) && (
        <div className="space-y-6 print:hidden">
          {isClosed && <Notice tone="wait">{t("day.closed")}</Notice>}
          {out.length > 0 && <Notice>{t("day.paper")}</Notice>}
        </div>
      )}
      {out.length === 0 ? (
        <EmptyState title={t("day.none")}>{t("day.noneText")}</EmptyState>
      ) : (
        sheetsBy(out, by).map((sheet) => <DaySheet key={sheet.key} sheet={sheet} by={by} when={when} school={school} />)
      )}
      <div className="print:hidden">
        <Section title={t("day.another")}>
          <ChooseDay day={day} by={by} />
        </Section>
      </div>
    </Page>
  );
}
