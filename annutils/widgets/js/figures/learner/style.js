// The look of the first page's figure: small, and its units in a row or two.

export const STYLE = `
.small .plot { max-width: 21rem; }
.units { display: grid; align-items: center; max-width: 34rem;
  grid-template-columns: auto 3rem repeat(8, minmax(0, 1fr)); }
.units legend { width: auto; padding-right: 0.4rem; }
.units .pick { min-width: 0; padding: 0; }
@container (max-width: 26rem) {
  .units { grid-template-columns: repeat(5, minmax(0, 1fr)); }
  .units legend { grid-column: 1 / -1; }
}
`;
