// Writes, as JSON, the words and ranges that each element takes, by element and setting.

import { page } from "./page.mjs";

const figures = new URL("../../annutils/widgets/js/figures/", import.meta.url);
for (const name of process.argv.slice(2)) {
  await import(new URL(`${name}/index.js`, figures));
}
const taken = ({ labels, range }) => (labels ? Object.keys(labels) : range);
const settings = [...page.defined].map(([tag, { options }]) => {
  const each = Object.entries(options).map(([name, option]) => [name, taken(option)]);
  return [tag.replace("ann-", ""), Object.fromEntries(each)];
});
console.log(JSON.stringify(Object.fromEntries(settings)));
