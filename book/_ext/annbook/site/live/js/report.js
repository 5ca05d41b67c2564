// What the checks say of a reader's code, as elements that hold text.

import { button, element } from "./elements.js";

export const paragraph = (className, ...children) =>
  element("p", { className }, ...children);

/** Words of which the last, a chapter's title in brackets, lead to that chapter. */
const linked = (words) => {
  const [, begun, title] = words.match(/^(.*\()(.*)\)$/);
  const links = [...document.querySelectorAll(".bd-sidebar-primary a")];
  const chapter = links.find(
    ({ textContent }) => textContent.trim().replace(/^[\d.]+\s+/, "") === title,
  );
  return chapter ? [begun, element("a", { href: chapter.href }, title), ")"] : [words];
};

/**
 * The elements that tell a result (annutils/project/written.py).
 *
 * @param {object} result
 * @param {Record<string, string>} words
 * @param {(line: number) => void} toLine shows a line of the code
 */
export const told = (result, words, toLine) => {
  const at = (line) => {
    if (!line) return [];
    const press = () => toLine(line);
    return [
      " ",
      button(words.line.replace("{line}", line), press, { className: "line" }),
    ];
  };
  const head = (sign, name, ...rest) =>
    paragraph("", element("b", {}, `${sign} ${name}`), ...rest);

  const shown = result.passed ? [paragraph("solved", words.solved)] : [];
  if (result.error) {
    const { line, message } = result.error;
    shown.push(paragraph("", `✗ ${message}`, ...at(line)));
  }
  for (const { name, cases, problem, help, line } of result.findings) {
    if (problem) {
      shown.push(head("✗", name, ...at(line)), element("pre", {}, problem));
      if (help) shown.push(paragraph("help", help));
    } else {
      const tried = cases === 1 ? words.one : words.cases.replace("{n}", cases);
      shown.push(head("✓", name, `: ${tried}`));
    }
  }
  if (result.passed && result.next)
    shown.push(paragraph("", ...linked(words.next.replace("{next}", result.next))));
  if (result.printed)
    shown.push(paragraph("", words.printed), element("pre", {}, result.printed));
  return shown;
};
