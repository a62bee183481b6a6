import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type MergeRefusal, mergeContacts } from "~/features/outreach/merge-contacts.server";
import { previewMerge } from "~/features/outreach/preview-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { MergeTable } from "./merge-table";

export const handle: PageHandle = { title: "outreach:merge.title" };

const MergeForm = z.object({
  revision: z.coerce.number().int().positive(),
  otherRevision: z.coerce.number().int().positive(),
});

const REFUSALS: Refusals<MergeRefusal> = {
  not_permitted: { status: 403, key: "outreach:fault.not_permitted" },
  not_found: NOT_FOUND,
  changed_meanwhile: { status: 409, key: "outreach:fault.changed_meanwhile" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await previewMerge(context.wiring, actor, parseParams(params, "contactId", "otherId"));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const ids = parseParams(params, "contactId", "otherId");
  const form = await parseForm(request, MergeForm, context);
  if (!form.ok) return form.reply;
  const outcome = await mergeContacts(context.wiring, actor, { ...ids, ...form.value });
  return outcome.ok
    ? redirectWithToast(`/coordinator/contacts/${ids.contactId}`, "outreach:toast.merged")
    : refuse(context, outcome, REFUSALS, form.typed);
}

export default function MergeContacts() {
  const { t } = useTranslation("outreach");
  const { kept, other, merged, noteCount, lostMail, silenceComes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("merge.title")}
      lead={t("merge.lead")}
      width="wide"
      back={{ to: `/coordinator/contacts/${kept.id}`, label: kept.fullName }}
    >
      <MergeTable {...{ kept, other, merged }} />
      <p>{t("merge.notes", { count: noteCount })}</p>
      {lostMail && <Notice tone="wait">{t("merge.lostMail", { mail: lostMail })}</Notice>}
      {silenceComes && <Notice tone="stop">{t("merge.silence")}</Notice>}
      <Form reply={reply}>
        <input type="hidden" name="revision" value={kept.revision} />
        <input type="hidden" name="otherRevision" value={other.revision} />
        <div className="flex flex-wrap gap-3">
          <Button look="primary" pendingText={t("saving")}>
            {t("merge.do")}
          </Button>
          <LinkButton to={`/coordinator/contacts/${other.id}/merge/${kept.id}`}>{t("merge.swap")}</LinkButton>
        </div>
      </Form>
      <Form action={`/coordinator/contacts/${kept.id}?index`}>
        <input type="hidden" name="otherId" value={other.id} />
        <Button name="intent" value="say_apart" pendingText={t("saving")}>
          {t("apart.do")}
        </Button>
      </Form>
    </Page>
  );
}
