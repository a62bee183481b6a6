import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";

interface Listing {
  id: string;
  title: string;
  organisation: string;
  leftOut: { by: string | null; at: string } | null;
}

interface BoardData {
  students: readonly { id: string; name: string; grade: number }[];
  listings: readonly Listing[];
}

/** The ways to one student or one placement. */
export function BoardLists({ view, data }: { view: "students" | "listings"; data: BoardData }) {
  const { t } = useTranslation("matching");
  if (view === "listings") return <Listings listings={data.listings} />;
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

function Listings({ listings }: { listings: readonly Listing[] }) {
  const { t } = useTranslation(["matching", "board"]);
  if (listings.length === 0) return <p>{t("board.noListings")}</p>;
  return (
    <RowList label={t("board.listings")}>
      {listings.map((listing) => (
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

function PauseForm({ listing: { id, title, leftOut } }: { listing: Listing }) {
  const { t } = useTranslation("board");
  return (
    <Form scope={id} preventScrollReset>
      <input type="hidden" name="listingId" value={id} />
      {leftOut && <input type="hidden" name="seen" value={leftOut.at} />}
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
