/**
 * The product's picture, drawn with one line: it rises as a school, runs on as the ground, becomes the keel and the stem
 * of a boat that a mentor and a student build, and leaves as water.
 */
export function Picture({ label }: { label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 560 400" fill="none" strokeLinecap="round" strokeLinejoin="round" className="w-full">
      <Sun />
      <Boat />
      <Mentor />
      <Student />
      <path
        d="M0 330H34V222L92 178L150 222V330H196C214 330 222 322 226 306C236 274 248 262 262 262C300 322 440 322 492 236C486 276 480 304 476 318C470 336 486 342 500 336C514 330 524 330 534 336C544 342 552 338 560 334"
        className="stroke-accent"
        strokeWidth="5"
      />
      <School />
      <Trestles />
    </svg>
  );
}

function Sun() {
  return <circle cx="404" cy="96" r="44" className="fill-wait-soft" />;
}

function School() {
  return (
    <g className="stroke-accent" strokeWidth="3.5">
      <path d="M82 330V286a10 10 0 0 1 20 0V330" className="fill-accent-soft" />
      <path d="M54 244h18v20H54zM112 244h18v20h-18z" className="fill-surface" />
      <circle cx="92" cy="216" r="9" className="fill-surface" />
      <path d="M92 178V140" />
      <path d="M92 142h30l-8 9 8 9H92" className="fill-wait-soft" />
    </g>
  );
}

function Boat() {
  return <path d="M262 262C300 322 440 322 492 236C440 262 330 270 262 262Z" className="fill-accent-soft stroke-accent" strokeWidth="3.5" />;
}

function Trestles() {
  return (
    <g className="stroke-ink" strokeWidth="4">
      <path d="M310 303h44M318 303l-12 43M346 303l12 43M400 303h44M408 303l-12 43M436 303l12 43" />
      <path d="M226 346H466" strokeWidth="3" />
    </g>
  );
}

function Mentor() {
  return (
    <g className="stroke-ink" strokeWidth="3.5">
      <path d="M330 262V206c0-20 12-32 30-32s30 12 30 32v54" className="fill-accent" />
      <circle cx="360" cy="146" r="20" className="fill-surface" />
      <path d="M341 142c4-18 34-20 38 0" />
      <path d="M386 204c14 10 26 24 36 42" />
    </g>
  );
}

function Student() {
  return (
    <g className="stroke-ink" strokeWidth="3.5">
      <path d="M436 256v-36c0-16 10-26 24-26s24 10 24 26v18" className="fill-wait-soft" />
      <circle cx="460" cy="170" r="17" className="fill-surface" />
    </g>
  );
}
