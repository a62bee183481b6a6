import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openUnsubscribe, unsubscribe } from "~/features/mail/unsubscribe.server";
import { notFound } from "~/http/refuse.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "mailbox:unsubscribe.title" };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const outcome = await openUnsubscribe(context.wiring, { token: params.token ?? "" });
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

/** Mail programs post here by themselves, without cookies; people press the button. */
export async function action({ params, context }: ActionFunctionArgs) {
  const outcome = await unsubscribe(context.wiring, { token: params.token ?? "" });
  if (!outcome.ok) throw notFound();
  return { stopped: true };
}

export default function Unsubscribe() {
  const { t } = useTranslation("mailbox");
  const { mail, schoolName, isDigest } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("unsubscribe.title")}
      lead={t(isDigest ? "unsubscribe.digestLead" : "unsubscribe.lead", { school: schoolName, mail })}
    >
      {reply?.stopped ? (
        <Notice tone="go">{t("unsubscribe.done")}</Notice>
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
    </Page>
  );
}
