// The look of the pen and of the answers.

export const STYLE = `
.pad { position: static !important; display: block; width: 100%; aspect-ratio: 1;
  touch-action: none; cursor: crosshair; }
.sheet { position: relative; }
.pen { position: absolute; width: 12px; height: 12px; margin: -7px; border: 2px solid var(--blue); border-radius: 50%;
  pointer-events: none; visibility: hidden; }
.pen.down { background: var(--blue); }
.pad:focus-visible { outline-offset: -3px; }
.pad:focus-visible + .pen { visibility: visible; }
.seen { image-rendering: pixelated; cursor: default; touch-action: auto; }
.answer s { position: relative; flex: 1; height: 0.9rem; text-decoration: none; border-left: 1px solid var(--edge); }
.answer i { display: block; height: 100%; background: var(--axis); opacity: 0.6; }
.answer u { position: absolute; top: -3px; bottom: -3px; width: 2px; margin-left: -1px; background: var(--text); }
.answer b { width: 3.3rem; white-space: nowrap; font-weight: normal; text-align: right; font-variant-numeric: tabular-nums; }
.answers legend { float: left; }
.answer:first-of-type { float: right; }
.answer:nth-of-type(2) { clear: both; }
.answers:disabled :is(legend, .answer:first-of-type) { visibility: hidden; }
.given i { background: var(--ink); opacity: 1; }
.given b { font-weight: 600; }
.for { color: var(--brown); }
.against { color: var(--blue); }
.list { flex: 1; min-width: 9rem; }
.apart { justify-content: space-between; }
.apart, .apart .row { gap: 0.25rem; }
.read { display: grid; gap: 0.5rem; }
.bars .title { font-weight: 600; }
.bar { display: grid; grid-template-columns: 1.6rem 1fr 3.6rem; align-items: center; }
.bar s { display: block; height: 0.9rem; text-decoration: none; border-left: 1px solid var(--edge); }
.bar i { display: block; height: 100%; min-width: 0; background: var(--axis); }
.bar b { font-weight: normal; text-align: right; font-variant-numeric: tabular-nums; }
@container (max-width: 44rem) {
  .answers { display: grid; grid-template-columns: 1fr 1fr; }
  .answers legend { align-self: center; }
  .answers:disabled { display: none; }
  .apart, .apart .row { flex-wrap: nowrap; align-items: end; }
  .apart .row { flex: none; }
  .apart legend { position: absolute; clip-path: inset(50%); }
  .updates legend { width: auto; align-self: center; padding-right: 0.5rem; }
  .apart button { padding: 0.3rem 0.5rem; }
  .answer { min-height: 44px; }
  .held .read .plot { max-width: min(23rem, 32vh); }
}
`;
