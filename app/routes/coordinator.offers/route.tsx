import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openOfferDoor } from "~/features/visitor-offers/open-offer-door.server";
import { settleOfferDoor } from "~/features/visitor-offers/settle-offer-door.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "offers:door.title" };

const DoorForm = z.object({ door: z.enum(["open", "closed"]) });
const refusals: Refusals<"not_permitted"> = { not_permitted: { status: 403, key: "offers:door.notPermitted" } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openOfferDoor(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, DoorForm, context);
  if (!form.ok) return form.reply;
  const outcome = await settleOfferDoor(context.wiring, actor, form.value);
  if (!outcome.ok) return refuse(context, outcome, refusals);
  return redirectWithToast("/coordinator/offers", `offers:toast.${form.value.door}`);
}

/** The school's door for whoever has no account: where it is, and whether it is open. */
export default function OfferDoor() {
  const { t } = useTranslation("offers");
  const { schoolName, takesOffers, address } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("door.title")}
      lead={t("door.lead", { school: schoolName })}
      back={{ to: "/coordinator/listings", label: t("door.back") }}
    >
      <Notice tone={takesOffers ? "go" : "wait"} title={t(takesOffers ? "door.isOpen" : "door.isClosed")}>
        {takesOffers ? (
          <p>
            {t("door.address")}{" "}
            <TextLink to={new URL(address).pathname}>
              <span className="wrap-anywhere">{address}</span>
            </TextLink>
          </p>
        ) : (
          <p>{t("door.closedText")}</p>
        )}
      </Notice>
      <p className="mt-6 text-ink-soft">{t(takesOffers ? "door.closeText" : "door.openText")}</p>
      <Form reply={reply} className="mt-4">
        <input type="hidden" name="door" value={takesOffers ? "closed" : "open"} />
        <Button look={takesOffers ? "quiet" : "primary"} pendingText={t("door.saving")}>
          {t(takesOffers ? "door.close" : "door.open")}
        </Button>
      </Form>
    </Page>
  );
}
