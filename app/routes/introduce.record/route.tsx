import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { isCoordinator } from "~/domain/actor";
import { openIntroductionRecord } from "~/features/introductions/open-introduction-record.server";
import {
  type RecordIntroductionRefusal,
  recordIntroduction,
} from "~/features/introductions/record-introduction.server";
import { readSaid, SAID_FIELDS, scanRefusals } from "~/http/how-it-was-said.server";
import { parseForm } from "~/http/parse-form.server";
import { ProposalForm, proposalRefusals } from "~/http/proposal-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import { HowItWasSaid } from "~/ui/how-it-was-said";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ProposalFields } from "~/ui/proposal-fields";
import { FindGuardian } from "./find-guardian";

export const handle: PageHandle = { title: "acting:forFamily.title" };

const Recorded = ProposalForm.omit({ studentId: true }).extend({ guardianId: z.uuid(), ...SAID_FIELDS });

const REFUSALS: Refusals<RecordIntroductionRefusal> = {
  ...proposalRefusals,
  ...scanRefusals,
  not_permitted: { status: 403, key: "acting:fault.not_staff" },
  evidence_missing: { status: 422, key: "acting:fault.evidence_missing", field: "evidence" },
  scan_not_kept: { status: 403, key: "acting:fault.scan_not_kept", field: "scan" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const words = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const outcome = await openIntroductionRecord(context.wiring, actor, { words });
  if (!outcome.ok) throw notFound();
  return { ...outcome.value, words, back: isCoordinator(actor) ? "/coordinator/introductions" : "/introduce" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const form = await parseForm(request, Recorded, context);
  if (!form.ok) return form.reply;
  const { guardianId, ...told } = form.value;
  const said = await readSaid(told);
  const outcome = await recordIntroduction(context.wiring, actor, { guardianId, proposal: told, ...said });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  const { introductionId, isNew } = outcome.value;
  const next = isCoordinator(actor) ? `/coordinator/introductions/${introductionId}` : "/introduce";
  return redirectWithToast(next, isNew ? "acting:toast.introduced" : "acting:toast.introducedBefore");
}

export default function RecordForFamily() {
  const { t } = useTranslation("acting");
  const { guardians, all, found, words, languages, mayKeepScans, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("forFamily.title")} lead={t("forFamily.lead")} back={{ to: back, label: t("forFamily.back") }}>
      {all > guardians.length && <FindGuardian words={words} found={found} shown={guardians.length} />}
      {all === 0 && <p>{t("forFamily.nobody")}</p>}
      {guardians.length > 0 && (
        <Form reply={reply} draft="record-for-family" encType="multipart/form-data">
          <Select
            name="guardianId"
            label={t("forFamily.guardian")}
            required
            emptyLabel={t("forFamily.choose")}
            choices={guardians.map(({ id, name, children }) => ({
              value: id,
              label: t("forFamily.guardianOf", { name, children }),
            }))}
          />
          <Section title={t("forFamily.whom")}>
            <div className="space-y-6">
              <ProposalFields reply={reply} proposesAs="for_family" students={[]} languages={languages} />
            </div>
          </Section>
          <HowItWasSaid needsEvidence withoutScan={mayKeepScans ? undefined : true} />
          <Button look="primary" type="submit" pendingText={t("scans.saving")}>
            {t("forStudent.save")}
          </Button>
        </Form>
      )}
    </Page>
  );
}
