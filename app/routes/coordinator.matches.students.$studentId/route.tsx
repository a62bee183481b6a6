import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openSharedProfile } from "~/features/interests/open-shared-profile.server";
import { askWhyNot } from "~/features/matching/ask-why-not.server";
import { listDecisions } from "~/features/matching/list-decisions.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { RankingForm } from "~/http/approve-pair-form.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { decideInRanking } from "~/routes/coordinator.matches._index/decide-in-ranking.server";
import { BoardNews } from "~/ui/board-news";
import { DescriptionList } from "~/ui/description-list";
import { formatInterests } from "~/ui/format";
import { HeldBar } from "~/ui/held-bar";
import { useMatchWords } from "~/ui/match-words";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { approvalOf, rulingOf } from "~/ui/pair-approval";
import { Ranking } from "~/ui/ranking";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import { PlanOfRow } from "./plan-of-row";

export const handle: PageHandle = { titleFrom: (data) => data.student.name };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { studentId } = parseParams(params, "studentId");
  const outcome = await rankForStudent(context.wiring, actor, { studentId });
  const decided = await listDecisions(context.wiring, actor, { studentId });
  const profile = await openSharedProfile(context.wiring, actor, { studentId });
  if (!outcome.ok || !decided.ok) throw notFound();
  const { student, interests, ranked, blocked, eligibleCount, titles, inPlan, planned } = outcome.value;
  const titleOf = (id: string) => titles.get(id)?.title ?? "";
  const asked = new URL(request.url).searchParams.get("why");
  const listingId = ranked.find((row) => row.listingId === asked)?.listingId;
  return {
    why: listingId ? { listingId, answer: await askWhyNot(context.wiring, actor, { studentId, listingId }) } : null,
    planned,
    student,
    interests,
    profileAt: profile.ok ? `/profiles/${studentId}` : null,
    eligibleCount,
    held: decided.value.held,
    news: decided.value.news,
    timeZone: decided.value.timeZone,
    ranked: ranked.map(({ listingId: id, score, explanation, eligibility }) => ({
      id,
      score,
      explanation,
      checks: eligibility.checks,
      approval: approvalOf({ studentId, listingId: id }, decided.value),
      ruling: rulingOf({ studentId, listingId: id }, decided.value),
      pair: { studentId, student: student.name, listingId: id, title: titleOf(id) },
      title: titleOf(id),
      detail: titles.get(id)?.organisation_name ?? "",
      inPlan: inPlan.get(id) ?? null,
    })),
    blocked: blocked.map(({ listingId: id, eligibility }) => ({
      id,
      title: titleOf(id),
      blockers: eligibility.blockers,
    })),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { studentId } = parseParams(params, "studentId");
  const form = await parseForm(request, RankingForm, context);
  if (!form.ok) return form.reply;
  return decideInRanking(form.value, {
    context,
    actor,
    back: `/coordinator/matches/students/${studentId}`,
    pairOf: ({ listingId = "" }) => ({ studentId, listingId }),
    typed: form.typed,
  });
}

export default function StudentRanking() {
  const { t, i18n } = useTranslation("matching");
  const text = useText();
  const words = useMatchWords();
  const { why, planned, student, interests, profileAt, ranked, blocked, eligibleCount, held, news, timeZone } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const tags = (liked: boolean) =>
    formatInterests(
      interests.filter((tag) => tag.liked === liked).map((tag) => words.interest(tag.interestId)),
      i18n.language,
    );
  const titleOf = (id: string) => ranked.find((row) => row.id === id)?.title ?? t("student.inPlan.anotherPlace");
  const rows = ranked.map((row) => ({
    ...row,
    to: `/coordinator/matches/listings/${row.id}`,
    plan: (
      <PlanOfRow row={row} why={why?.listingId === row.id ? why.answer : null} planned={planned} titleOf={titleOf} />
    ),
  }));
  return (
    <Page
      title={student.name}
      lead={t("student.lead", { grade: student.grade })}
      back={{ to: "/coordinator/matches", label: t("listing.back") }}
      width="wide"
    >
      <BoardNews seen={news} />
      <HeldBar held={held} reply={reply} timeZone={timeZone} />
      {interests.length === 0 ? (
        <Notice tone="wait">{t("student.noInterests")}</Notice>
      ) : (
        <DescriptionList
          rows={[
            { name: t("student.likes"), value: tags(true) },
            { name: t("student.dislikes"), value: tags(false) },
          ]}
        />
      )}
      {profileAt && <TextLink to={profileAt}>{text("interests:shared.open")}</TextLink>}
      <Ranking
        ranked={rows}
        blocked={blocked}
        eligibleCount={eligibleCount}
        label={t("student.list")}
        emptyTitle={t("student.none")}
        reply={reply}
      />
    </Page>
  );
}
