import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type CorrectMailRefusal, correctMentorMail, type Told } from "~/features/mentors/correct-mentor-mail.server";
import { openMentorMail } from "~/features/mentors/open-mentor-mail.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { DescriptionList } from "~/ui/description-list";
import { formatLanguage } from "~/ui/format";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PhoneLink } from "~/ui/phone-link";
import { CorrectForm } from "./correct-form";

export const handle: PageHandle = { titleFrom: ({ name }) => name };

const Corrected = z.object({ was: z.string().trim().min(1).max(254), address: z.email().max(254) });

const REFUSALS: Refusals<CorrectMailRefusal> = {
  not_permitted: { status: 403, key: "mentors:fault.not_permitted" },
  not_found: NOT_FOUND,
  changed_before: { status: 409, key: "mentors:fault.address_changed" },
  address_complained: { status: 422, key: "mails:fault.address_complained", field: "address" },
  address_not_usable: { status: 422, key: "mails:fault.address_not_usable", field: "address" },
};

const SAVED = {
  by_mail: "mentors:toast.addressSaved",
  by_staff: "mentors:toast.addressSavedTell",
  not_while_suspended: "mentors:toast.addressSavedSuspended",
} as const satisfies Record<Told, string>;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openMentorMail(context.wiring, actor, parseParams(params, "mentorId"));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { mentorId } = parseParams(params, "mentorId");
  const form = await parseForm(request, Corrected, context);
  if (!form.ok) return form.reply;
  const outcome = await correctMentorMail(context.wiring, actor, { ...form.value, mentorId });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(`/coordinator/mentors/${mentorId}/address`, SAVED[outcome.value.told]);
}

export default function MentorAddress() {
  const { t, i18n } = useTranslation("mentors");
  const { mentorId, name, language, phones, ways } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const calls = (
    <ul className="space-y-1">
      {phones.map((phone) => (
        <li key={phone}>
          <PhoneLink phone={phone} />
        </li>
      ))}
    </ul>
  );
  return (
    <Page
      title={t("address.title", { mentor: name })}
      lead={t("address.lead")}
      back={{ to: `/coordinator/checks/${mentorId}`, label: t("leaving.backToChecks") }}
    >
      <DescriptionList
        rows={[
          { name: t("address.call"), value: phones.length > 0 ? calls : t("address.noPhone") },
          { name: t("address.language"), value: formatLanguage(language, i18n.language) },
        ]}
      />
      <Section title={t("address.signsIn")}>
        {ways.length === 0 && <p>{t("address.none")}</p>}
        {ways.map((way) => (
          <CorrectForm key={way.mail} way={way} reply={reply} />
        ))}
      </Section>
    </Page>
  );
}
