import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PREVIEWED } from "~/features/mail/preview-mail.server";
import { requireAdmin } from "~/http/require-actor.server";
import { Row, RowList } from "~/ui/card";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "mails:preview.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAdmin(request, context);
  return { kinds: PREVIEWED };
}

export default function MailKinds() {
  const { t } = useTranslation("mails");
  const { kinds } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("preview.title")}
      lead={t("preview.lead")}
      back={{ to: "/operations", label: t("preview.operations") }}
    >
      <RowList label={t("preview.title")}>
        {kinds.map((kind) => (
          <Row key={kind} to={`/operations/mails/${kind}`} title={t(`kind.${kind}`)} />
        ))}
      </RowList>
    </Page>
  );
}
