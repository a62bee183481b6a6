import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type AddSequenceRefusal, addSequence } from "~/features/outreach/add-sequence.server";
import { listSequences } from "~/features/outreach/list-sequences.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Select } from "~/ui/choice-fields";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { formatLanguage } from "~/ui/format";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SequenceBadge } from "~/ui/sequence-badge";
import { TextField } from "~/ui/text-fields";

export const handle: PageHandle = { title: "sequences:list.title" };

const NewSequence = z.object({
  sequenceId: z.uuid(),
  name: z.string().max(120).default(""),
  language: z.string().regex(/^[a-z]{2}$/),
});

const REFUSALS: Refusals<AddSequenceRefusal> = {
  not_permitted: { status: 403, key: "outreach:fault.not_permitted" },
  name_missing: { status: 422, key: "sequences:fault.name_missing", field: "name" },
  language_unknown: { status: 422, key: "sequences:fault.language_unknown", field: "language" },
  written_already: { status: 409, key: "sequences:fault.written_already" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listSequences(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...outcome.value, sequenceId: crypto.randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, NewSequence, context);
  if (!form.ok) return form.reply;
  const outcome = await addSequence(context.wiring, actor, form.value);
  return outcome.ok
    ? redirectWithToast(`/coordinator/sequences/${outcome.value.sequenceId}`, "sequences:toast.added")
    : refuse(context, outcome, REFUSALS, form.typed);
}

export default function SequenceList() {
  const { t, i18n } = useTranslation(["sequences", "outreach"]);
  const { sequences, languages, sequenceId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      back={{ to: "/coordinator/contacts", label: t("outreach:one.back") }}
    >
      {sequences.length === 0 ? (
        <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>
      ) : (
        <RowList label={t("list.title")}>
          {sequences.map(({ id, name, state, language, writer, contacts }) => (
            <Row
              key={id}
              to={`/coordinator/sequences/${id}`}
              title={name}
              detail={[
                formatLanguage(language, i18n.language),
                t("list.contacts", { count: contacts }),
                writer && t("list.signedBy", { name: writer }),
              ]
                .filter(Boolean)
                .join(" · ")}
              status={<SequenceBadge state={state} />}
            />
          ))}
        </RowList>
      )}
      <Section title={t("add.title")}>
        <Form key={sequences.length} reply={reply} draft="sequence-new">
          <input type="hidden" name="sequenceId" value={sequenceId} />
          <TextField name="name" label={t("add.name")} hint={t("add.nameHint")} maxLength={120} required />
          <Select
            name="language"
            label={t("add.language")}
            hint={t("add.languageHint")}
            choices={languages.map((value) => ({ value, label: formatLanguage(value, i18n.language) }))}
            required
          />
          <Button look="primary" pendingText={t("saving")}>
            {t("add.save")}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}
