import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { addContact } from "~/features/outreach/add-contact.server";
import { openContactForm } from "~/features/outreach/open-contact-form.server";
import { CONTACT_REFUSALS, contactFields, toContact } from "~/http/contact-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { ContactFields } from "~/ui/contact-fields";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "outreach:add.title" };

const NewContact = z.object(contactFields);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openContactForm(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...outcome.value, at: new URL(request.url).searchParams.get("organisation")?.slice(0, 200) ?? "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, NewContact, context);
  if (!form.ok) return form.reply;
  const outcome = await addContact(context.wiring, actor, { contact: toContact(form.value) });
  return outcome.ok
    ? redirectWithToast(`/coordinator/contacts/${outcome.value.contactId}`, "outreach:toast.added")
    : refuse(context, outcome, CONTACT_REFUSALS, form.typed);
}

export default function NewContactPage() {
  const { t } = useTranslation("outreach");
  const { at, ...choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("add.title")} lead={t("add.lead")} back={{ to: "/coordinator/contacts", label: t("one.back") }}>
      <Form reply={reply} draft={at ? `contact-new:${at}` : "contact-new"}>
        <ContactFields {...choices} at={at} />
        <Button look="primary" pendingText={t("saving")}>
          {t("add.save")}
        </Button>
      </Form>
    </Page>
  );
}
