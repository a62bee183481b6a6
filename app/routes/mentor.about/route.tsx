import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ownAbout } from "~/features/mentors/own-about.server";
import { sayAboutSelf } from "~/features/mentors/say-about-self.server";
import { aboutChoices, aboutMentorFields, aboutValues, toAbout, toAboutView } from "~/http/about-mentor-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { AboutMentorFields } from "~/ui/about-mentor-fields";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "mentors:about.title" };

const AboutForm = z.object(aboutMentorFields);

const refusals: Refusals<"not_permitted" | "not_valid" | "not_found" | "changed_before"> = {
  not_permitted: { status: 403, key: "mentors:fault.not_permitted" },
  not_valid: { status: 422, key: "mentors:fault.not_valid" },
  not_found: NOT_FOUND,
  changed_before: { status: 409, key: "mentors:fault.changed_before" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const about = await ownAbout(context.wiring, actor);
  if (!about) throw notFound();
  return {
    revision: about.revision,
    bySchool: about.bySchool,
    now: toAboutView(about, context.language),
    values: aboutValues(about),
    choices: aboutChoices(context.language),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const form = await parseForm(request, AboutForm, context);
  if (!form.ok) return form.reply;
  const { seen, ...said } = form.value;
  const outcome = await sayAboutSelf(context.wiring, actor, { about: toAbout(said), seen });
  if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
  return redirectWithToast("/mentor", "mentors:toast.saved");
}

export default function AboutYou() {
  const { t } = useTranslation("mentors");
  const { revision, bySchool, now, values, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const wasChanged = reply !== undefined && "reason" in reply && reply.reason === "changed_before";
  return (
    <Page title={t("about.title")} lead={t("about.lead")} back={{ to: "/mentor", label: t("back") }}>
      {bySchool && <Notice>{t("about.bySchool", { school: bySchool.name, reason: bySchool.reason })}</Notice>}
      <Form reply={reply ?? { values }} draft={`about-you:${revision}`}>
        <AboutMentorFields choices={choices} revision={revision} now={wasChanged ? now : null} />
        <Button look="primary" pendingText={t("saving")}>
          {t("save")}
        </Button>
      </Form>
    </Page>
  );
}
