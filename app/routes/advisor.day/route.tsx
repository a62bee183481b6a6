import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDay } from "~/features/homes/open-day.server";
import { civilDay } from "~/http/civil-day.server";
import { requireStaff } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";
import { DateField } from "~/ui/text-fields";
import { DaySheet } from "./day-sheet";
import { sheetsBy } from "./sheets-by";

export const handle: PageHandle = { title: "home:day.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const { searchParams } = new URL(request.url);
  const asked = civilDay.safeParse(searchParams.get("on"));
  const outcome = await openDay(context.wiring, actor, { day: asked.success ? asked.data : null });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...outcome.value, by: searchParams.get("by") === "advisory" ? ("advisory" as const) : ("site" as const) };
}

export default function Day() {
  const { t, i18n } = useTranslation("home");
  const { day, by, out, isClosed, school } = useLoaderData<typeof loader>();
  const when = formatDay(day, i18n.language, { withYear: true });
  const tabs = (["site", "advisory"] as const).map((key) => ({
    to: `/advisor/day?on=${day}&by=${key}`,
    label: t(`day.by.${key}`),
    current: key === by,
  }));
  return (
    <Page
      title={<span className="print:hidden">{t("day.on", { day: when })}</span>}
      lead={out.length > 0 && <span className="print:hidden">{t("day.lead", { count: out.length })}</span>}
      actions={out.length > 0 && <PrintButton />}
    >
      <div className="space-y-6 print:hidden">
        <Form className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="by" value={by} />
          <DateField key={day} name="on" label={t("day.which")} required defaultValue={day} />
          <Button>{t("day.show")}</Button>
        </Form>
        <LinkTabs tabs={tabs} label={t("day.by.label")} />
        {isClosed && <Notice tone="wait">{t("day.closed")}</Notice>}
        {out.length > 0 && <Notice>{t("day.paper")}</Notice>}
      </div>
      {out.length === 0 ? (
        <EmptyState title={t("day.none")}>{t("day.noneText")}</EmptyState>
      ) : (
        sheetsBy(out, by).map((sheet) => <DaySheet key={sheet.key} sheet={sheet} by={by} when={when} school={school} />)
      )}
    </Page>
  );
}
