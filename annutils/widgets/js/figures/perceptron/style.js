// The look of a small picture beside its words.

export const STYLE = `
.pair { display: grid; gap: 0.75rem; align-items: start; grid-template-columns: minmax(0, 15.5rem) minmax(8rem, 1fr); }
`;
