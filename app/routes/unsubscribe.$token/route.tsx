import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askToBeDeleted } from "~/features/mail/ask-to-be-deleted.server";
import { openUnsubscribe, unsubscribe } from "~/features/mail/unsubscribe.server";
import { notFound } from "~/http/refuse.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "mailbox:unsubscribe.title" };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const outcome = await openUnsubscribe(context.wiring, { token: params.token ?? "" });
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

/** Mail programs post here by themselves, without cookies and with whatever body; people press a button. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const wish = new URL(request.url).searchParams.has("delete") ? "delete" : "stop";
  const verb = wish === "delete" ? askToBeDeleted : unsubscribe;
  const outcome = await verb(context.wiring, { token: params.token ?? "" });
  if (!outcome.ok) throw notFound();
  return { done: wish } as const;
}

export default function Unsubscribe() {
  const { t } = useTranslation("mailbox");
  const { mail, schoolName, isDigest, canBeDeleted } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const lead = isDigest ? "digestLead" : mail === null ? "forgottenLead" : "lead";
  return (
    <Page title={t("unsubscribe.title")} lead={t(`unsubscribe.${lead}`, { school: schoolName, mail })}>
      {reply ? (
        <Notice tone="go">{t(reply.done === "delete" ? "unsubscribe.deleteDone" : "unsubscribe.done")}</Notice>
      ) : (
        <>
          <p>{t(isDigest ? "unsubscribe.digestStill" : "unsubscribe.still")}</p>
          <Form>
            <Button look="primary" pendingText={t("unsubscribe.stopping")}>
              {t("unsubscribe.button")}
            </Button>
          </Form>
        </>
      )}
      {canBeDeleted && reply?.done !== "delete" && (
        <Section title={t("unsubscribe.deleteTitle")} lead={t("unsubscribe.deleteLead", { school: schoolName })}>
          <Form action="?delete">
            <Button look="danger" pendingText={t("unsubscribe.deleting")}>
              {t("unsubscribe.delete")}
            </Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}
