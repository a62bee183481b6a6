interface QrSquareProps {
  /** Side in modules, and the path of the dark ones. */
  qr: { size: number; path: string };
  /** What scanning it does. */
  label: string;
}

/** A square code on a letter, dark on white whatever the page's colours are, so that a camera reads it. */
export function QrSquare({ qr: { size, path }, label }: QrSquareProps) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      className="size-32 bg-white text-black"
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
