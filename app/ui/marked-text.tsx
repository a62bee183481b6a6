/** A text in which the given stretches (start and end, in order) are marked. Plain text in, no markup from outside. */
export function MarkedText({
  text,
  marks,
}: {
  text: string;
  marks: readonly (readonly [start: number, end: number])[];
}) {
  const cuts = [0, ...marks.flat(), text.length];
  return cuts.slice(0, -1).map((start, place) => {
    const piece = text.slice(start, cuts[place + 1]);
    return place % 2 === 1 ? (
      <mark key={start} className="bg-wait-soft text-inherit">
        {piece}
      </mark>
    ) : (
      piece
    );
  });
}
