import { useTranslation } from "react-i18next";
import type { ToReach } from "~/features/tasks/open-call-list.server";
import { isRightToLeft } from "~/i18n";
import { formatDay, formatLanguage } from "~/ui/format";
import { PhoneLink } from "~/ui/phone-link";
import { helpOf, newsOf } from "~/ui/task-words";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";

/** One person: where they are reached, in which language, what they are to be told, and room to write what came of it. */
export function PersonToReach({ entry: { to, tasks } }: { entry: ToReach }) {
  const { t, i18n } = useTranslation("calls");
  const text = useText();
  const language = formatLanguage(to.language, i18n.language);
  const needsInterpreter = tasks.some(({ wordless }) => wordless === "unwritten");
  return (
    <li className="break-inside-avoid space-y-2 py-4">
      <h2 className="text-title-3">{to.name}</h2>
      <p>{t(needsInterpreter ? "list.interpreter" : "list.reads", { language })}</p>
      {to.numbers.length === 0 && <p>{t("noNumber")}</p>}
      <ul>
        {to.numbers.map(({ value, isCareful }) => (
          <li key={value}>
            <PhoneLink phone={value} /> {isCareful && t("careful")}
          </li>
        ))}
      </ul>
      <ul className="space-y-3">
        {tasks.map((task) => {
          const gist = newsOf(task);
          const { lastCall, said, names, facts } = task;
          const about = [names.student, facts.title, facts.organisation].filter(Boolean).join(" · ");
          return (
            <li key={task.id} className="space-y-1 border-s-2 border-line ps-3">
              <p>
                <TextLink to={`/coordinator/tasks/${task.id}`} className="print:no-underline">
                  {text(`home:tasks.kind.${task.kind as "tell_family"}`)}
                </TextLink>
                {about && ` · ${about}`}
              </p>
              <p>{text(gist ?? helpOf(task))}</p>
              {facts.keepPlace && <p className="font-semibold">{text("home:tasks.keepPlace")}</p>}
              {said && (
                <p
                  lang={to.language}
                  dir={isRightToLeft(to.language) ? "rtl" : "ltr"}
                  className="text-small whitespace-pre-line"
                >
                  {said.words}
                </p>
              )}
              {lastCall && (
                <p className="text-small text-ink-soft">
                  {t(`outcome.${lastCall.outcome as "reached"}`)}
                  {lastCall.next_on && ` · ${t("log.next", { day: formatDay(lastCall.next_on, i18n.language) })}`}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p className="hidden border-b border-line-strong pt-6 text-small print:block">{t("list.room")}</p>
    </li>
  );
}
