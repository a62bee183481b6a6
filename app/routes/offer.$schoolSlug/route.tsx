import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import {
  faultsOfFirstWords,
  LONGEST_MAIL,
  LONGEST_NAME,
  LONGEST_ORGANISATION,
  LONGEST_WHAT,
} from "~/domain/visitor-offer/visitor-offer";
import { type AskToOfferRefusal, askToOffer } from "~/features/visitor-offers/ask-to-offer.server";
import { findOfferSchool } from "~/features/visitor-offers/find-offer-school.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { FirstQuestions } from "./first-questions";

export const handle: PageHandle = { title: "offers:start.title" };

const words = (most: number) => z.string().trim().max(most).default("");
const FirstForm = z
  .object({
    what: words(LONGEST_WHAT),
    name: words(LONGEST_NAME),
    organisationName: words(LONGEST_ORGANISATION),
    mail: words(LONGEST_MAIL),
    website: z.string().max(LONGEST_WHAT).default(""),
  })
  .superRefine((first, context) => {
    for (const { field, fault } of faultsOfFirstWords(first))
      context.addIssue({ code: "custom", path: [field], message: `offers:fault.${fault}` });
  });

const refusals: Refusals<AskToOfferRefusal> = {
  not_found: NOT_FOUND,
  what_missing: { status: 422, key: "offers:fault.what_missing", field: "what" },
  name_missing: { status: 422, key: "offers:fault.name_missing", field: "name" },
  organisation_missing: { status: 422, key: "offers:fault.organisation_missing", field: "organisationName" },
  mail_missing: { status: 422, key: "offers:fault.mail_missing", field: "mail" },
  too_many: { status: 429, key: "offers:fault.too_often" },
};

export async function loader({ context, params }: LoaderFunctionArgs) {
  const school = await findOfferSchool(context.wiring, { slug: params.schoolSlug ?? "" });
  if (!school) throw notFound();
  return { schoolName: school.name, slug: params.schoolSlug ?? "" };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await parseForm(request, FirstForm, context);
  if (!form.ok) return form.reply;
  const { website: trap, ...first } = form.value;
  const { wiring, language, clientAddress: address } = context;
  const outcome = await askToOffer(wiring, { ...first, schoolSlug: params.schoolSlug ?? "", language, trap, address });
  return outcome.ok
    ? redirectWithToast(`/offer/${params.schoolSlug}?asked=yes`, "offers:toast.asked")
    : refuse(context, outcome, refusals, form.typed);
}

export default function StartOffer() {
  const { t } = useTranslation("offers");
  const { schoolName, slug } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  if (search.has("asked") && !reply)
    return (
      <Page title={t("asked.title")} lead={t("asked.lead")}>
        <p>{t("asked.next")}</p>
        <p>
          {t("asked.nothing")} <TextLink to={`/offer/${slug}`}>{t("asked.again")}</TextLink>
        </p>
      </Page>
    );
  return (
    <Page title={t("start.title")} lead={t("start.lead", { school: schoolName })}>
      <FirstQuestions reply={reply} />
    </Page>
  );
}
