import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isPractice } from "~/domain/fund/practice";
import type { Purpose } from "~/domain/fund/purposes";
import { openGive } from "~/features/fund/open-give.server";
import { startGift } from "~/features/fund/start-gift.server";
import { GiftForm as Gift, giftRefusals, giftWishOf } from "~/http/gift-form.server";
import { parseForm } from "~/http/parse-form.server";
import { refuse } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { Row, RowList } from "~/ui/card";
import { formatDay } from "~/ui/format";
import { GiftForm } from "~/ui/gift-form";
import { useGiftOnItsWay, useGiftSum } from "~/ui/gift-sum";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { PracticeNotice } from "~/ui/practice-notice";
import { SchoolHelp } from "~/ui/school-help";
import { StandingBadge } from "~/ui/standing-badge";

export const handle: PageHandle = { title: "fund:give.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const search = new URL(request.url).searchParams;
  const outcome = await openGive(context.wiring, actor, { page: Number(search.get("page") ?? 1) });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { funds, helpers, own, page, pages } = outcome.value;
  const given = own.map(
    ({
      id,
      minor,
      currency,
      purpose,
      standing,
      came_back: cameBack,
      came_minor: cameMinor,
      processing_minor: processingMinor,
      schoolName,
      onDay,
      book,
    }) => ({
      ...{
        id,
        minor,
        cameMinor,
        processingMinor,
        currency,
        purpose,
        standing,
        cameBack,
        schoolName,
        onDay,
        isPractice: isPractice(book),
      },
    }),
  );
  const asked = search.get("school");
  const fund = funds.find(({ schoolId }) => schoolId === asked) ?? funds[0];
  const schools = funds.map(({ schoolId, schoolName }) => ({ schoolId, schoolName }));
  return { fund, schools, helpers, own: given, page, pages, formKey: randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const form = await parseForm(request, Gift, context);
  if (!form.ok) return form.reply;
  const wish = giftWishOf(form.value, { schoolId: form.value.schoolId ?? "", language: context.language });
  const outcome = await startGift(context.wiring, actor, wish);
  if (!outcome.ok) return refuse(context, outcome, giftRefusals, form.typed);
  return redirect(`/mentor/give/${outcome.value.giftId}${form.value.how === "invoice" ? "?invoice" : ""}`);
}

export default function MentorGives() {
  const { t, i18n } = useTranslation("fund");
  const sumOf = useGiftSum();
  const onItsWayOf = useGiftOnItsWay();
  const { fund, schools, helpers, own, page, pages, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("give.title")} lead={t("give.lead")}>
      {fund && schools.length > 1 && (
        <LinkTabs
          label={t("give.school")}
          tabs={schools.map(({ schoolId, schoolName }) => ({
            to: `?school=${schoolId}`,
            label: schoolName,
            current: schoolId === fund.schoolId,
          }))}
        />
      )}
      {fund ? (
        <>
          <PracticeNotice isPractice={fund.isPractice} to="donors" />
          {schools.length === 1 && <p className="font-semibold">{fund.schoolName}</p>}
          <GiftForm key={fund.schoolId} fund={fund} asksWho={false} formKey={formKey} reply={reply} />
        </>
      ) : (
        <>
          <Notice tone="wait" title={t("give.closedAll")}>
            {t("give.closedAllHelp")}
          </Notice>
          {helpers.map(({ schoolId, schoolName, help }) => (
            <div key={schoolId}>
              <p className="font-semibold">{schoolName}</p>
              <SchoolHelp help={help} />
            </div>
          ))}
        </>
      )}
      <p className="text-ink-soft">{t("give.fair")}</p>
      {fund && <SchoolHelp help={fund.help} />}
      <Section title={t("give.own")}>
        {own.length === 0 ? (
          <p className="text-ink-soft">{t("give.none")}</p>
        ) : (
          <RowList label={t("give.own")}>
            {own.map((gift) => (
              <Row
                key={gift.id}
                to={`/mentor/give/${gift.id}`}
                title={sumOf(gift)}
                detail={[
                  gift.isPractice && t("practice.label"),
                  t(`purpose.${gift.purpose as Purpose}`),
                  onItsWayOf(gift),
                  gift.schoolName,
                  formatDay(gift.onDay, i18n.language, { withYear: true }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
                status={<StandingBadge standing={gift.standing} cameBack={gift.cameBack} />}
              />
            ))}
          </RowList>
        )}
        <Pagination page={page} pages={pages} />
      </Section>
    </Page>
  );
}
