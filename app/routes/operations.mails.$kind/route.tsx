import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PREVIEWED, previewMail } from "~/features/mail/preview-mail.server";
import { notFound } from "~/http/refuse.server";
import { requireAdmin } from "~/http/require-actor.server";
import { isLanguage } from "~/i18n";
import { Row, RowList } from "~/ui/card";
import { DescriptionList } from "~/ui/description-list";
import { MailFrame } from "~/ui/mail-frame";
import { MailText } from "~/ui/mail-text";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { addressOf } from "./address-of";
import { PreviewChoices } from "./preview-choices";

export const handle: PageHandle = { title: "mails:preview.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdmin(request, context);
  const kind = PREVIEWED.find((each) => each === params.kind);
  if (!kind) throw notFound();
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get("language");
  const language = isLanguage(wanted) ? wanted : "en";
  const look = searchParams.get("look") === "dark" ? ("dark" as const) : ("light" as const);
  const shown = { language, look, case: searchParams.get("case") };
  const outcome = await previewMail(context.wiring, actor, { kind, ...shown });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { mail: outcome.value, shown };
}

export default function Preview() {
  const { t } = useTranslation(["mails", "mailbox"]);
  const { mail, shown } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t(`kind.${mail.kind}`)}
      lead={t(`preview.category.${mail.category}`)}
      back={{ to: "/operations/mails", label: t("preview.title") }}
    >
      <PreviewChoices shown={shown} />
      <Section title={t("mailbox:asPage")}>
        <MailFrame html={mail.html} title={mail.subject} look={shown.look} />
      </Section>
      <Section title={t("mailbox:asText")}>
        <MailText text={mail.text} language={shown.language} />
      </Section>
      {mail.cases.length > 0 && (
        <Section title={t("preview.cases")}>
          <RowList label={t("preview.cases")}>
            {mail.cases.map(({ name, subject }) => (
              <Row
                key={name}
                to={addressOf({ ...shown, case: name })}
                title={<span lang={shown.language}>{subject}</span>}
                detail={name.replaceAll(/[-_]/g, " ")}
              />
            ))}
          </RowList>
        </Section>
      )}
      <Section title={t("mailbox:headers")}>
        <DescriptionList
          rows={mail.headers.map(([name, value]) => ({ name, value: <span className="break-all">{value}</span> }))}
        />
      </Section>
    </Page>
  );
}
