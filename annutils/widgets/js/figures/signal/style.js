// The look of the table.

export const STYLE = `
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.1rem 0.4rem; border-bottom: 1px solid var(--edge); }
.drawing svg { margin: 0; }
@media (max-width: 30rem) { .drawing { order: 1; } }
`;
