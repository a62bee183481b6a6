import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Download, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { dropTravelTimes } from "~/features/imports/drop-travel-times.server";
import { importTravelTimes, type TravelImportRefusal } from "~/features/imports/import-travel-times.server";
import { listTravelTable } from "~/features/imports/list-travel-table.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button, LinkButton } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { FileField } from "~/ui/text-fields";
import { TravelResult } from "./travel-result";

export const handle: PageHandle = { title: "matching:travel.title" };

const Action = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("drop") }),
  z.object({ intent: z.literal("upload"), file: z.instanceof(File, { message: "imports:fault.file_missing" }) }),
]);

const aboutFile = <Reason extends string>(key: Reason) => ({ status: 422, key, field: "file" }) as const;
const REFUSALS: Refusals<TravelImportRefusal> = {
  not_permitted: { status: 403, key: "imports:fault.not_permitted" },
  columns_missing: aboutFile("matching:travel.fault.columns_missing"),
  file_empty: aboutFile("imports:fault.file_empty"),
  file_too_big: aboutFile("imports:fault.file_too_big"),
  spreadsheet_file: aboutFile("imports:fault.spreadsheet_file"),
  not_a_table: aboutFile("imports:fault.not_a_table"),
  no_rows: aboutFile("imports:fault.no_rows"),
  one_column: aboutFile("imports:fault.one_column"),
  too_many_columns: aboutFile("imports:fault.too_many_columns"),
  too_many_rows: aboutFile("imports:fault.too_many_rows"),
  quote_not_closed: aboutFile("imports:fault.quote_not_closed"),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listTravelTable(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { lines: outcome.value.lines };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, Action, context);
  if (!form.ok) return form.reply;
  if (form.value.intent === "drop") {
    const outcome = await dropTravelTimes(context.wiring, actor);
    if (!outcome.ok) return refuse(context, outcome, REFUSALS);
    return redirectWithToast("/coordinator/matches/travel", "matching:toast.travelDropped");
  }
  const content = new Uint8Array(await form.value.file.arrayBuffer());
  const outcome = await importTravelTimes(context.wiring, actor, { content });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS);
  return json({ ok: true as const, result: outcome.value });
}

export default function TravelTable() {
  const { t } = useTranslation("matching");
  const { lines } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("travel.title")}
      lead={t("travel.lead")}
      back={{ to: "/coordinator/matches", label: t("listing.back") }}
    >
      <TravelResult result={reply && "result" in reply ? reply.result : null} />
      <Section title={t("travel.now")} lead={t("travel.lines", { count: lines })}>
        <LinkButton to="/coordinator/matches/travel/table.csv" reloadDocument icon={Download}>
          {t("travel.download")}
        </LinkButton>
        {lines > 0 && (
          <Disclosure summary={t("travel.drop")}>
            <p>{t("travel.dropWarning", { count: lines })}</p>
            <Form>
              <Button look="danger" name="intent" value="drop" pendingText={t("travel.dropping")}>
                {t("travel.dropSure", { count: lines })}
              </Button>
            </Form>
          </Disclosure>
        )}
      </Section>
      <Section title={t("travel.upload")} lead={t("travel.uploadLead")}>
        <Form reply={reply && "errors" in reply ? reply : undefined} encType="multipart/form-data">
          <input type="hidden" name="intent" value="upload" />
          <FileField
            name="file"
            label={t("travel.file")}
            hint={t("travel.fileHint")}
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            required
          />
          <Button look="primary" icon={Upload} pendingText={t("travel.sending")}>
            {t("travel.send")}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}
