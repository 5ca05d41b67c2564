// The look of the controls above the network.

export const STYLE = `
.deck { display: grid; gap: 0.25rem 0.6rem; align-items: end;
  grid-template-columns: auto 6rem 10rem minmax(0, 1fr); }
.deck .row { gap: 0.3rem; }
.tools legend { width: auto; align-self: center; }
.deck button { padding: 0.3rem 0.6rem; }
.small + .plot { margin-top: 0.4rem; }
@container (max-width: 44rem) {
  .deck { grid-template-columns: 1fr 1fr; }
  .held .small .plot { max-width: 28vh; }
  .small svg { font-size: 21px; }
}
`;
