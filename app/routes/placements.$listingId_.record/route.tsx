import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { isCoordinator } from "~/domain/actor";
import { openRecording } from "~/features/pursuits/open-recording.server";
import { recordRequest } from "~/features/pursuits/record-request.server";
import { recordWish } from "~/features/wishes/record-wish.server";
import { readSaid, SAID_FIELDS } from "~/http/how-it-was-said.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { RadioGroup, Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import { HowItWasSaid } from "~/ui/how-it-was-said";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextArea } from "~/ui/text-fields";
import { requestRefusals, wishRefusals } from "./refusals.server";

export const handle: PageHandle = { titleFrom: (data) => data.title };

const WHAT = ["request", "wish"] as const;

const Recorded = z.object({
  what: z.enum(WHAT),
  studentId: z.uuid(),
  note: z.string().max(2000).default(""),
  ...SAID_FIELDS,
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const { listingId } = parseParams(params, "listingId");
  const outcome = await openRecording(context.wiring, actor, { listingId });
  if (!outcome.ok) throw notFound();
  return { ...outcome.value, listingId };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const { listingId } = parseParams(params, "listingId");
  const form = await parseForm(request, Recorded, context);
  if (!form.ok) return form.reply;
  const { what, studentId, note } = form.value;
  const { scan: _none, ...said } = await readSaid(form.value);
  const here = `/placements/${listingId}`;
  if (what === "wish") {
    const saved = await recordWish(context.wiring, actor, { listingId, studentId, ...said });
    if (!saved.ok) return refuse(context, saved, wishRefusals, form.typed);
    return redirectWithToast(here, "acting:toast.wish");
  }
  const asked = await recordRequest(context.wiring, actor, { listingId, studentId, note, ...said });
  if (!asked.ok) return refuse(context, asked, requestRefusals, form.typed);
  const { pursuitId } = asked.value;
  return redirectWithToast(isCoordinator(actor) ? `/coordinator/pursuits/${pursuitId}` : here, "acting:toast.request");
}

export default function RecordForStudent() {
  const { t } = useTranslation("acting");
  const { title, organisation, listingId, isPursued, students } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const offered = isPursued ? WHAT : (["wish"] as const);
  return (
    <Page
      title={t("forStudent.title")}
      lead={t("forStudent.lead", { title, organisation })}
      back={{ to: `/placements/${listingId}`, label: t("forStudent.back") }}
    >
      {students.length === 0 ? (
        <p>{t("forStudent.noStudents")}</p>
      ) : (
        <Form reply={reply} draft="record-for-student">
          <Select
            name="studentId"
            label={t("forStudent.student")}
            required
            emptyLabel={t("forStudent.choose")}
            choices={students.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioGroup
            name="what"
            label={t("forStudent.what")}
            required
            choices={offered.map((value) => ({ value, label: t(`forStudent.${value}`) }))}
          />
          <TextArea name="note" label={t("forStudent.note")} hint={t("forStudent.noteHint")} rows={2} />
          <HowItWasSaid needsEvidence withoutScan />
          <Button look="primary" type="submit" pendingText={t("scans.saving")}>
            {t("forStudent.save")}
          </Button>
        </Form>
      )}
    </Page>
  );
}
