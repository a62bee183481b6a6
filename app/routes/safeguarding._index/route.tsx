import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { listConcerns } from "~/features/concerns/list-concerns.server";
import { stopLeadChange } from "~/features/concerns/stop-lead-change.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { formatMoment, formatNames } from "~/ui/format";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Badge } from "~/ui/status";
import { LeadChanges } from "./lead-changes";

export const handle: PageHandle = { title: "concerns:list.title" };

const Stop = z.object({ personId: z.uuid() });
const REFUSALS = {
  not_permitted: { status: 403, key: "concerns:fault.not_permitted" },
  nothing_waits: { status: 409, key: "concerns:changes.nothing_waits" },
  own_ending: { status: 409, key: "concerns:changes.own_ending" },
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const outcome = await listConcerns(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const form = await parseForm(request, Stop, context);
  if (!form.ok) return form.reply;
  const outcome = await stopLeadChange(context.wiring, actor, form.value);
  return outcome.ok
    ? redirectWithToast("/safeguarding", "concerns:toast.stopped")
    : refuse(context, outcome, REFUSALS, form.typed);
}

export default function Safeguarding() {
  const { t, i18n } = useTranslation("concerns");
  const { isReader, isAdmin, leads, changes, concerns, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("list.title")}
      lead={t(isReader ? "list.lead" : "list.leadOthers")}
      actions={
        <>
          <LinkButton to="/concern">{t("list.report")}</LinkButton>
          {isAdmin && <LinkButton to="/safeguarding/settings">{t("list.settings")}</LinkButton>}
        </>
      }
    >
      <p>{leads.length === 0 ? t("list.noLeads") : t("list.leads", { names: formatNames(leads, i18n.language) })}</p>
      {isReader &&
        (concerns.length === 0 ? (
          <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>
        ) : (
          <RowList label={t("list.label")}>
            {concerns.map(({ id, number, raisedAt, takenBy }) => (
              <Row
                key={id}
                to={`/safeguarding/${id}`}
                title={t("one.title", { number })}
                detail={t("list.raised", { when: formatMoment(raisedAt, i18n.language, timeZone) })}
                status={
                  takenBy === null ? (
                    <Badge tone="stop">{t("list.waits")}</Badge>
                  ) : (
                    <Badge tone="go">{t("list.takenBy", { name: takenBy })}</Badge>
                  )
                }
              />
            ))}
          </RowList>
        ))}
      {(isReader || isAdmin) && changes.length > 0 && <LeadChanges changes={changes} reply={reply} />}
    </Page>
  );
}
