import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type EnrolRefusal, enrolContacts } from "~/features/outreach/enrol-contacts.server";
import { listAudience } from "~/features/outreach/list-audience.server";
import { openDemand } from "~/features/search/open-demand.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast, type ToastKey } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { CheckboxGroup } from "~/ui/choice-fields";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { AudienceFilter } from "./audience-filter";
import { readAudience } from "./read-audience";

export const handle: PageHandle = { title: "sequences:audience.title" };

const EnrolForm = z.object({ contactIds: z.array(z.uuid()).max(100).default([]) });

const REFUSALS: Refusals<EnrolRefusal> = {
  not_permitted: { status: 403, key: "outreach:fault.not_permitted" },
  not_found: NOT_FOUND,
  nobody_chosen: { status: 422, key: "sequences:fault.nobody_chosen", field: "contactIds" },
  not_now: { status: 409, key: "sequences:fault.not_now" },
  too_many: { status: 422, key: "sequences:fault.crowded", field: "contactIds" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = readAudience(request.url);
  const outcome = await listAudience(context.wiring, actor, { ...parseParams(params, "sequenceId"), ...asked });
  if (!outcome.ok) throw notFound();
  const demand = await openDemand(context.wiring, actor, { audience: "school" });
  const counted = demand.ok && demand.value.audience === "school" ? demand.value.rows : [];
  return { ...outcome.value, asked, unmet: counted.filter(({ students, seats }) => students > seats) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, EnrolForm, context);
  if (!form.ok) return form.reply;
  const { sequenceId } = parseParams(params, "sequenceId");
  const outcome = await enrolContacts(context.wiring, actor, { sequenceId, ...form.value });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  const { count } = outcome.value;
  return redirectWithToast(`/coordinator/sequences/${sequenceId}`, "sequences:toast.enrolled" as ToastKey, { count });
}

export default function ChooseAudience() {
  const { t } = useTranslation("sequences");
  const { sequence, count, rows, tags, areas, asked, unmet } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const nameOf = (row: (typeof rows)[number]) => [row.full_name, row.organisation_name].filter(Boolean).join(", ");
  const fit = rows.filter(({ unfit }) => unfit === null);
  const unfit = rows.filter((row) => row.unfit !== null);
  return (
    <Page
      title={t("audience.title")}
      lead={t("audience.lead", { name: sequence.name })}
      back={{ to: `/coordinator/sequences/${sequence.id}`, label: sequence.name }}
    >
      <AudienceFilter {...{ asked, tags, areas, unmet }} />
      {count === 0 ? (
        <EmptyState title={t("audience.none")}>{t("audience.noneText")}</EmptyState>
      ) : (
        <p className="tabular-nums" role="status">
          {t("audience.count", { count })}
          {count > rows.length && ` ${t("audience.first", { shown: rows.length })}`}
        </p>
      )}
      {fit.length > 0 && (
        <Form reply={reply}>
          <CheckboxGroup
            name="contactIds"
            label={t("audience.tick")}
            choices={fit.map((row) => ({ value: row.id, label: nameOf(row), hint: row.tags.join(", ") }))}
            required
          />
          <Button look="primary" pendingText={t("saving")}>
            {t("audience.enrol")}
          </Button>
        </Form>
      )}
      {unfit.length > 0 && (
        <Section title={t("audience.unfitTitle")}>
          <RowList label={t("audience.unfitTitle")}>
            {unfit.map((row) => (
              <Row
                key={row.id}
                to={`/coordinator/contacts/${row.id}`}
                title={nameOf(row)}
                detail={row.unfit && t(`unfit.${row.unfit}`)}
              />
            ))}
          </RowList>
        </Section>
      )}
    </Page>
  );
}
