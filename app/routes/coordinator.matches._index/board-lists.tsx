import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { useText } from "~/ui/use-text";

interface BoardData {
  unmatched: readonly { id: string; name: string; reason: string; failing: Readonly<Record<string, number>> }[];
  students: readonly { id: string; name: string; grade: number }[];
  listings: readonly { id: string; title: string; organisation: string; leftOut: { by: string | null } | null }[];
}

/** Who has no place in the plan and why, and the ways to one student or one placement. */
export function BoardLists({ view, data }: { view: "unmatched" | "students" | "listings"; data: BoardData }) {
  const { t } = useTranslation(["matching", "board"]);
  const text = useText();
  if (view === "students") {
    if (data.students.length === 0) return <p>{t("board.noStudents")}</p>;
    return (
      <RowList label={t("board.students")}>
        {data.students.map((student) => (
          <Row
            key={student.id}
            to={`/coordinator/matches/students/${student.id}`}
            title={student.name}
            detail={t("board.gradeIs", { grade: student.grade })}
          />
        ))}
      </RowList>
    );
  }
  if (view === "listings") {
    if (data.listings.length === 0) return <p>{t("board.noListings")}</p>;
    return (
      <RowList label={t("board.listings")}>
        {data.listings.map((listing) => (
          <Row
            key={listing.id}
            to={`/coordinator/matches/listings/${listing.id}`}
            title={listing.title}
            detail={listing.organisation}
            actions={<PauseForm listing={listing} />}
          >
            {listing.leftOut && (
              <p className="text-ink-soft">
                {t("board:leaveOut.is", { by: listing.leftOut.by ?? t("board:pair.somebody") })}
              </p>
            )}
          </Row>
        ))}
      </RowList>
    );
  }
  if (data.unmatched.length === 0) return <p>{t("board.noUnmatched")}</p>;
  return (
    <RowList label={t("board.unmatched")}>
      {data.unmatched.map((student) => (
        <Row
          key={student.id}
          to={`/coordinator/matches/students/${student.id}`}
          title={student.name}
          detail={text(`matching:unmatchedReason.${student.reason}` as "matching:unmatchedReason.crowded_out")}
        >
          <p className="text-ink-soft">
            {Object.entries(student.failing)
              .sort((a, b) => b[1] - a[1])
              .slice(0, 3)
              .map(([code, count]) =>
                t("failing", {
                  count,
                  what: text(`matching:check.${CHECK_OF[code] ?? "place"}` as "matching:check.place"),
                }),
              )
              .join(" · ")}
          </p>
        </Row>
      ))}
    </RowList>
  );
}

function PauseForm({ listing: { id, title, leftOut } }: { listing: BoardData["listings"][number] }) {
  const { t } = useTranslation("board");
  return (
    <Form scope={id}>
      <input type="hidden" name="listingId" value={id} />
      <Button
        name="intent"
        value={leftOut ? "take_in" : "leave_out"}
        aria-label={t(leftOut ? "leaveOut.undoName" : "leaveOut.doName", { title })}
      >
        {t(leftOut ? "leaveOut.undo" : "leaveOut.do")}
      </Button>
    </Form>
  );
}

/** The constraint behind each blocker, whose name needs no datum. */
const CHECK_OF: Record<string, string> = {
  not_published: "published",
  no_open_place: "place",
  kind_not_pursued: "kind",
  kind_not_for_grade: "kind",
  kind_not_wanted: "kind",
  grade_out_of_range: "grade",
  too_young: "age",
  no_common_day: "days",
  too_far: "travel",
  already_there: "seat",
  forbidden_pair: "pair",
  forbidden_by_staff: "pair",
};
