import { Action, Line, MailLink } from "../parts";
import { Greeting, type Writing } from "../template";

/** Each placement with its own link; what did not fit is behind the last one. */
export function SearchNewsMail({ t, props }: Writing<"search-news">) {
  const { placementList, count } = props;
  const more = count - placementList.length;
  return (
    <>
      <Greeting t={t} name={props.studentFirstName} />
      <Line>{t("kinds.search-news.lead", { count })}</Line>
      {placementList.map(({ title, organisation, link }) => (
        <Line key={link}>
          <MailLink href={link}>{title}</MailLink>
          <br />
          {organisation}
        </Line>
      ))}
      {more > 0 && <Line>{t("kinds.search-news.more", { count: more })}</Line>}
      <Action href={props.link}>{t("kinds.search-news.action")}</Action>
    </>
  );
}
