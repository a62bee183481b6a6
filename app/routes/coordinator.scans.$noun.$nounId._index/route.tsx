import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type AddScanRefusal, addScan } from "~/features/scans/add-scan.server";
import { openScans } from "~/features/scans/open-scans.server";
import { removeScan } from "~/features/scans/remove-scan.server";
import { bytesOf } from "~/http/bytes-of.server";
import { scanRefusals } from "~/http/how-it-was-said.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { pageOfScanned, pageOfScans, readScanOf } from "~/http/scan-of.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PictureField } from "~/ui/picture-field";
import { ScanList } from "./scan-list";

export const handle: PageHandle = { titleFrom: (data) => data.about };

const ScanForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), scan: z.instanceof(File, { message: "acting:fault.no_scan" }) }),
  z.object({ intent: z.literal("remove"), scanId: z.uuid() }),
]);

const REFUSALS: Refusals<AddScanRefusal> = {
  ...scanRefusals,
  not_permitted: { status: 403, key: "acting:fault.not_permitted" },
  not_found: NOT_FOUND,
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const of = readScanOf(params);
  const outcome = await openScans(context.wiring, actor, of);
  if (!outcome.ok) throw notFound();
  return { ...outcome.value, here: pageOfScans(of), page: pageOfScanned(of) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const of = readScanOf(params);
  const form = await parseForm(request, ScanForm, context);
  if (!form.ok) return form.reply;
  const here = pageOfScans(of);
  if (form.value.intent === "remove") {
    const removed = await removeScan(context.wiring, actor, { of, scanId: form.value.scanId });
    return removed.ok ? redirectWithToast(here, "acting:toast.scanRemoved") : refuse(context, removed, REFUSALS);
  }
  const added = await addScan(context.wiring, actor, { of, file: await bytesOf(form.value.scan) });
  return added.ok ? redirectWithToast(here, "acting:toast.scanAdded") : refuse(context, added, REFUSALS, form.typed);
}

export default function Scans() {
  const { t } = useTranslation("acting");
  const { about, scans, timeZone, here, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("scans.title", { name: about })} lead={t("scans.lead")} back={{ to: page, label: t("scans.back") }}>
      <ScanList scans={scans} here={here} timeZone={timeZone} />
      <Section title={t("scans.add")}>
        <Form reply={reply} scope="add" encType="multipart/form-data">
          <PictureField name="scan" label={t("scan")} hint={t("scanHint")} required />
          <Button look="primary" name="intent" value="add" pendingText={t("scans.saving")}>
            {t("scans.save")}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}
