import { useTranslation } from "react-i18next";
import type { ListedPerson } from "~/features/people/list-people.server";
import { Row, RowList } from "~/ui/card";
import { formatDay, formatLanguage } from "~/ui/format";
import { Badge } from "~/ui/status";

/** One page of people: what they are called, what they are at the school, and whom they belong to. */
export function PeopleRows({ people, label }: { people: readonly ListedPerson[]; label: string }) {
  return (
    <RowList label={label}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </RowList>
  );
}

function PersonRow({ person }: { person: ListedPerson }) {
  const { t, i18n } = useTranslation("people");
  const { nameUsed, fullName, roles, language, leftOn, grade, studentNumber, advisory, children, organisations } =
    person;
  const facts = [
    fullName !== nameUsed && fullName,
    grade !== null && t("listed.grade", { grade }),
    studentNumber && t("listed.number", { number: studentNumber }),
    advisory,
    children.length > 0 && t("listed.of", { names: children.join(", ") }),
    organisations.join(", "),
    language !== "en" && formatLanguage(language, i18n.language),
    leftOn && t("listed.left", { day: formatDay(leftOn, i18n.language, { withYear: true }) }),
  ];
  return (
    <Row
      to={person.list === "mentors" ? `/safeguarding/mentors/${person.id}` : `/coordinator/people/${person.id}`}
      title={nameUsed}
      detail={facts.filter(Boolean).join(" · ")}
      status={roles.map((role) => (
        <Badge key={role} tone="info">
          {t(`role.${role}`)}
        </Badge>
      ))}
    />
  );
}
