// The look of words.

export const STYLE = `
.tiles { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.tile { box-sizing: border-box; min-width: 3.6rem; min-height: 44px; padding: 0.15rem 0.5rem 0.2rem; border: 1px solid var(--edge);
  border-radius: 0.4rem; background: var(--field); cursor: grab; touch-action: none; user-select: none;
  text-align: center; line-height: 1.25; }
.tile span, .tile b { display: block; }
.tile b { font-weight: normal; font-size: 0.8rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.tile s { display: block; height: 5px; text-decoration: none; background: var(--tint); border-radius: 2px; }
.tile i { display: block; height: 100%; border-radius: 2px; }
.pro { background: var(--orange); }
.con { background: var(--blue); }
.tile.out { border-style: dashed; background: none; }
.tile.out span { text-decoration: line-through; color: var(--muted); }
.tile.out i { visibility: hidden; }
.tile.unknown { border-style: dotted; }
.held .status { padding-top: 0.4rem; min-height: 4.2em; }
.review { display: grid; gap: 0.3rem; }
`;
