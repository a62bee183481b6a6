import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { StudentCalls } from "~/ui/call-list";
import { Row, RowList } from "~/ui/card";
import { ConversationLink } from "~/ui/conversation-link";
import { DescriptionList } from "~/ui/description-list";
import { EndorsementNote } from "~/ui/endorsement-note";
import { formatDayOf } from "~/ui/format";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { Badge } from "~/ui/status";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import { VisitList } from "~/ui/visit-list";
import { toAdvisorView } from "./view.server";

export const handle: PageHandle = { titleFrom: (data) => `${data.student} → ${data.title}` };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const outcome = await openPursuit(context.wiring, actor, parseParams(params, "pursuitId"));
  if (!outcome.ok) throw notFound();
  return toAdvisorView(outcome.value);
}

/** One pursuit of a student of the advisory, to read: where it stands, what is still needed, and its visits. */
export default function AdvisorPursuit() {
  const { t, i18n } = useTranslation("pursuits");
  const text = useText();
  const data = useLoaderData<typeof loader>();
  const kind = text(`pursuits:kind.${data.kind}` as "pursuits:kind.internship");
  return (
    <Page title={`${data.student} → ${data.title}`} back={{ to: "/advisor", label: text("home:advisor.title") }}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <PursuitBadge state={data.state} />
        <span className="text-ink-soft">
          {text("home:coordinator.since", { day: formatDayOf(data.since, i18n.language, data.timeZone) })}
        </span>
      </p>
      {data.endorsement && <EndorsementNote endorsement={data.endorsement} />}
      {data.visits.length > 0 && (
        <Section title={t("visit.title")}>
          <VisitList visits={data.visits} timeZone={data.timeZone} label={t("visit.title")} />
        </Section>
      )}
      {data.gates.length > 0 && (
        <Section title={t("case.gates")}>
          <RowList label={t("case.gates")}>
            {data.gates.map(({ kind: gate, before, state }) => (
              <Row
                key={gate}
                title={text(`pursuits:gate.${gate}` as "pursuits:gate.clearance")}
                detail={text(`pursuits:before.${before}` as "pursuits:before.start")}
                status={
                  <Badge tone={state === "open" ? "wait" : "go"}>
                    {text(`pursuits:case.${state}` as "pursuits:case.open")}
                  </Badge>
                }
              />
            ))}
          </RowList>
        </Section>
      )}
      {data.hasConversation && <ConversationLink pursuitId={data.pursuitId} />}
      <StudentCalls {...data} />
      <Section title={t("case.about")}>
        <DescriptionList
          rows={[
            { name: t("case.note"), value: data.note },
            { name: t("case.forStudent"), value: data.textForStudent },
            {
              name: t("case.placement"),
              value: <TextLink to={`/placements/${data.listingId}`}>{data.title}</TextLink>,
            },
            { name: t("case.host"), value: `${data.organisation} · ${kind}` },
            { name: t("case.mentor"), value: data.mentor ?? "" },
          ]}
        />
      </Section>
    </Page>
  );
}
