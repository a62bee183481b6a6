import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HeartHandshake } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { requireGuardian } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatPhone } from "~/ui/format";
import { Hint } from "~/ui/hint";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SentenceWithPhone } from "~/ui/phone-link";
import { WaitingConsents } from "~/ui/waiting-consents";
import { Child } from "./child";

export const handle: PageHandle = { title: "consent:home.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireGuardian(request, context);
  return openGuardianHome(context.wiring, actor);
}

export default function GuardianHome() {
  const { t } = useTranslation("consent");
  const { children, isUndecided, school } = useLoaderData<typeof loader>();
  const waiting = children.flatMap((child) =>
    child.consents
      .filter((consent) => consent.state === "requested")
      .map((consent) => ({ ...consent, name: child.name })),
  );
  return (
    <Page title={children.length > 1 ? t("home.titleMany") : t("home.title")} lead={t("home.lead")}>
      <Hint of="guardian" />
      <WaitingConsents consents={waiting} base="/guardian/consents" />
      {isUndecided && <NotDecided school={school} />}
      {waiting.length === 0 && children.length > 0 && <Notice tone="go">{t("home.nothing")}</Notice>}
      {children.length === 0 && !isUndecided && (
        <EmptyState title={t("home.noneTitle")}>{t("home.noneText")}</EmptyState>
      )}
      {children.map((child) => (
        <Child key={child.id} child={child} school={school} />
      ))}
      <LinkButton to="/introduce" icon={HeartHandshake}>
        {t("home.introduce")}
      </LinkButton>
    </Page>
  );
}

/** A child came from another school, and nobody has decided yet what this adult may see: it says that, whom to call, and nothing else. */
function NotDecided({ school }: { school: { name: string; helpName: string; helpPhone: string } }) {
  const { t } = useTranslation("consent");
  const { name: schoolName, helpName: name, helpPhone: phone } = school;
  return (
    <Notice tone="wait" title={t("home.undecided.title", { school: schoolName })}>
      <p>{t("home.undecided.text")}</p>
      <p>
        <SentenceWithPhone sentence={t("home.undecided.call", { name, phone: formatPhone(phone) })} phone={phone} />
      </p>
    </Notice>
  );
}
