import { useTranslation } from "react-i18next";
import { smsAddress } from "~/domain/notice/sms-address";
import type { TaskView } from "~/features/tasks/open-task-to-tell.server";
import { DescriptionList } from "~/ui/description-list";
import { formatDayOf, formatLanguage } from "~/ui/format";
import { PhoneLink } from "~/ui/phone-link";
import { TextLink } from "~/ui/text-link";

/** Who is told, in which language, and where they are reached. */
export function Reached({ task, timeZone }: { task: TaskView["task"]; timeZone: string }) {
  const { t, i18n } = useTranslation("calls");
  const { to, said, names, facts, openedAt } = task;
  const since = { name: t("since"), value: formatDayOf(openedAt, i18n.language, timeZone) };
  const about = [names.student, facts.title, facts.organisation].filter(Boolean).join(" · ");
  if (to === null) return <DescriptionList rows={[{ name: t("about"), value: about }, since]} />;
  const numbers = to.numbers.map(({ value, isCareful }) => {
    const address = said && !isCareful ? smsAddress(value, said.words) : null;
    return (
      <li key={value} className="space-y-1">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <PhoneLink phone={value} />
          {address && (
            <a href={address} className="text-accent underline decoration-1 underline-offset-4 hover:decoration-2">
              {t("text")}
            </a>
          )}
        </p>
        {isCareful && <p className="text-small">{t("careful")}</p>}
      </li>
    );
  });
  const post = to.post.map(({ value, isCareful }) => (
    <li key={value} className="space-y-1">
      <p>{value}</p>
      {isCareful && <p className="text-small">{t("letter.byHand")}</p>}
    </li>
  ));
  const name =
    to.is === "person" ? <TextLink to={`/coordinator/people/${to.id}`}>{to.name}</TextLink> : <span>{to.name}</span>;
  return (
    <DescriptionList
      rows={[
        { name: t("who"), value: name },
        { name: t("language"), value: formatLanguage(to.language, i18n.language) },
        {
          name: t("numbers"),
          value: numbers.length === 0 ? t("noNumber") : <ul className="space-y-2">{numbers}</ul>,
        },
        { name: t("post"), value: post.length > 0 && <ul className="space-y-2">{post}</ul> },
        { name: t("about"), value: about },
        since,
      ]}
    />
  );
}
