import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HeartHandshake } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { requireGuardian } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Hint } from "~/ui/hint";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { WaitingConsents } from "~/ui/waiting-consents";
import { Child } from "./child";

export const handle: PageHandle = { title: "consent:home.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireGuardian(request, context);
  return openGuardianHome(context.wiring, actor);
}

export default function GuardianHome() {
  const { t } = useTranslation("consent");
  const { children, school } = useLoaderData<typeof loader>();
  const waiting = children.flatMap((child) =>
    child.consents
      .filter((consent) => consent.state === "requested")
      .map((consent) => ({ ...consent, name: child.name })),
  );
  return (
    <Page title={children.length > 1 ? t("home.titleMany") : t("home.title")} lead={t("home.lead")}>
      <Hint of="guardian" />
      <WaitingConsents consents={waiting} base="/guardian/consents" />
      {waiting.length === 0 && children.length > 0 && <Notice tone="go">{t("home.nothing")}</Notice>}
      {children.length === 0 && <EmptyState title={t("home.noneTitle")}>{t("home.noneText")}</EmptyState>}
      {children.map((child) => (
        <Child key={child.id} child={child} timeZone={school.timeZone} />
      ))}
      <LinkButton to="/introduce" icon={HeartHandshake}>
        {t("home.introduce")}
      </LinkButton>
    </Page>
  );
}
