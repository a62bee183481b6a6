/**
 * The product's picture, drawn with one line: it rises as a school, runs on as the ground, becomes the boat that a mentor
 * and a student build, and goes on from there.
 */
export function Picture({ label }: { label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 20 560 345"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="w-full stroke-ink"
      strokeWidth="3.5"
    >
      <circle cx="262" cy="92" r="40" className="fill-sun stroke-none" />
      <School />
      <Mentor />
      <Student />
      <Boat />
      <path
        d="M0 346H34V222L92 178L150 222V346H196C222 346 224 262 262 262C300 324 440 324 492 232C506 262 486 346 526 346H560"
        className="stroke-accent"
        strokeWidth="5"
      />
    </svg>
  );
}

function School() {
  return (
    <g className="stroke-accent">
      <path d="M34 346V222L92 178L150 222V346Z" className="fill-surface stroke-none" />
      <path d="M78 346V296a14 14 0 0 1 28 0V346" className="fill-accent-soft" />
      <path d="M52 246h20v20H52zM112 246h20v20h-20z" className="fill-accent-soft" />
      <circle cx="92" cy="216" r="9" className="fill-accent-soft" />
      <path d="M92 178V136h30l-8 10 8 10H92" className="fill-sun" />
    </g>
  );
}

function Mentor() {
  return (
    <g>
      <path d="M334 290V346M354 290V346" />
      <path d="M312 300V212c0-20 12-32 28-32s28 12 28 32V300Z" className="fill-accent" />
      <circle cx="340" cy="159" r="21" className="fill-surface" />
      <path d="M319 159c-2-30 44-30 42 0-6-10-14-13-21-13s-15 3-21 13Z" className="fill-ink" />
      <path d="M356 206c4 24 14 38 32 48" strokeWidth="11" />
      <path d="M356 206c4 24 14 38 32 48" className="stroke-accent" strokeWidth="5" />
    </g>
  );
}

function Student() {
  return (
    <g>
      <path d="M442 290V346M458 290V346" />
      <path d="M422 300V228c0-17 10-27 24-27s24 10 24 27V300Z" className="fill-sun" />
      <circle cx="446" cy="183" r="18" className="fill-surface" />
      <circle cx="464" cy="165" r="7" className="fill-ink" />
      <path d="M428 181c0-26 38-25 36 3-6-11-26-6-36-3Z" className="fill-ink" />
      <path d="M432 226c-5 14-12 22-22 28" strokeWidth="11" />
      <path d="M432 226c-5 14-12 22-22 28" className="stroke-sun" strokeWidth="5" />
    </g>
  );
}

/** The hull on its trestles, and on its edge the plane that both hold. */
function Boat() {
  return (
    <g>
      <path d="M262 262C300 324 440 324 492 232C440 262 330 272 262 262Z" className="fill-accent-soft stroke-accent" />
      <path d="M284 300h40M292 300l-10 46M316 300l10 46M388 304h40M396 304l-10 42M420 304l10 42" strokeWidth="4" />
      <path d="M196 346H526" className="stroke-accent" strokeWidth="2.5" />
      <path d="M378 266l2-12h10l4 5h18l4-6 4 13Z" className="fill-wait-soft" />
    </g>
  );
}
