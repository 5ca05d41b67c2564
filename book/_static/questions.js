// Questions in the text (annbook/site/questions.py), and blanks in exercises (blanks.py).
{
  const words = document.currentScript.dataset;

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  // "−0.25", "1/4" or "1,000" as a number; of other texts, NaN.
  const toNumber = (text) => {
    const plain = text.replace(/−/g, "-").replace(/[,\s](?=\d{3}\b)|\s/g, "");
    const parts = plain.split("/");
    const [top, below = 1] = parts.map((part) => (part ? Number(part) : Number.NaN));
    return parts.length > 2 ? Number.NaN : top / below;
  };

  // The fold names a choice by its letter.
  const letter = (i) =>
    element("b", { className: "letter", textContent: String.fromCharCode(65 + i) });

  // What an answer says back, without its letter.
  const told = (answer) => {
    const copy = element("div", {}, ...answer.cloneNode(true).childNodes);
    copy.querySelector("strong").remove();
    const text = copy.firstElementChild.firstChild;
    text.data = text.data.replace(/^: /, "");
    return copy;
  };

  const isRight = ({ classList }) => classList.contains("right");

  // Each kind makes its controls and returns what judges the answer.
  const kinds = {
    choice(question, answers) {
      return chosen(question, "radio", (inputs) => {
        const one = inputs.findIndex(({ checked }) => checked);
        if (one < 0) return { said: [words.none] };
        return { right: isRight(answers[one]), said: [told(answers[one])] };
      });
    },

    several(question, answers) {
      return chosen(question, "checkbox", (inputs) => {
        const picked = answers.filter((_, i) => inputs[i].checked);
        if (!picked.length) return { said: [words.none] };
        const wrong = picked.filter((answer) => !isRight(answer));
        if (wrong.length) return { right: false, said: wrong.map(told) };
        const right = picked.length === answers.filter(isRight).length;
        return { right, said: right ? picked.map(told) : [words.missing] };
      });
    },

    number(question, answers) {
      const tolerance = Number(question.dataset.tolerance) * (1 + 1e-9);
      const input = element("input", { type: "text" });
      question
        .querySelector("details")
        .before(element("label", { className: "number" }, `${words.number} `, input));
      return () => {
        const given = toNumber(input.value);
        if (Number.isNaN(given)) return { said: [words.unread] };
        const found = answers.find((answer) => {
          const value = answer.querySelector("strong").textContent;
          return Math.abs(toNumber(value) - given) <= tolerance;
        });
        if (!found) return { right: false, said: [words.another] };
        return { right: isRight(found), said: [told(found)] };
      };
    },

    order(question) {
      const list = question.querySelector(".choices");
      const shown = [...list.children];
      const right = question.dataset.order.split(" ").map(Number);
      const place = new Map(shown.map((item, i) => [item, right[i]]));
      for (const [i, item] of shown.entries()) {
        const name = item.textContent.trim();
        const move = (label, sign, past) => {
          const button = element("button", { type: "button", textContent: sign });
          button.setAttribute("aria-label", `${label}: ${name}`);
          button.addEventListener("click", () => {
            past();
            button.focus();
          });
          return button;
        };
        item.prepend(
          move(words.earlier, "↑", () => item.previousElementSibling?.before(item)),
          move(words.later, "↓", () => item.nextElementSibling?.after(item)),
          letter(i),
        );
      }
      return () => {
        const reason = question.querySelector(".told").cloneNode(true);
        const early = reason.lastElementChild;
        const now = [...list.children];
        const first = now.findIndex((item, i) => place.get(item) !== i);
        if (first >= 0) {
          // Below the first item nothing is said: it can come too late only.
          const why = early.children[place.get(now[first]) - 1];
          const begun = element("p", {}, first ? words.place : words.start);
          return { right: false, said: [begun, ...why.children] };
        }
        early.remove();
        const said = [...reason.children].slice(2);
        said[0].prepend(`${words.right} `);
        return { right: true, said };
      };
    },
  };

  const chosen = (question, type, judge) => {
    const items = [...question.querySelectorAll(".choices > li")];
    const inputs = items.map((item, i) => {
      const input = element("input", { type, name: question.id });
      const [line] = item.children;
      const text = element("span", {}, ...line.childNodes);
      line.replaceWith(element("label", {}, input, letter(i), text));
      return input;
    });
    return () => judge(inputs);
  };

  for (const question of document.querySelectorAll(".question")) {
    const answers = [...question.querySelectorAll(".answers > li")];
    const fold = question.querySelector(".told");
    const judge = kinds[question.dataset.kind](question, answers);
    const verdict = element("div", { className: "verdict" });
    verdict.setAttribute("role", "status");
    const check = element("button", { type: "button", textContent: words.check });
    fold.before(check, verdict);
    fold.hidden = true; // until the reader has tried
    let tries = 0;
    const answer = () => {
      const { right, said } = judge();
      verdict.replaceChildren(...said);
      verdict.dataset.right = right ?? "";
      if (right === undefined) return;
      fold.hidden = false;
      question.dataset.tries = ++tries;
      question.dispatchEvent(new Event("answered", { bubbles: true }));
    };
    check.addEventListener("click", answer);
    question.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input")) answer();
    });
    question.addEventListener("input", () => {
      verdict.replaceChildren();
      delete verdict.dataset.right;
    });
    question.classList.add("alive");
  }

  // What is wrong with an entry, if anything.
  const fault = (entry, answer) => {
    const plain = (text) => text.replace(/\s/g, "").toLowerCase();
    const wanted = toNumber(answer);
    if (Number.isNaN(wanted)) return plain(entry) === plain(answer) ? "" : words.wrong;
    const given = toNumber(entry);
    if (Number.isNaN(given)) return words.unread;
    const free = Number.isInteger(wanted) ? 0 : Math.abs(wanted) / 100;
    const near = (number, off) => Math.abs(number - wanted) <= off + 1e-9;
    if (near(given, free)) return "";
    if (near(-given, free)) return words.sign;
    return near(given, 10 * free) ? words.nearly : words.wrong;
  };

  // The fields of an exercise, and one line on them.
  const fill = (exercise) => {
    const places = [...exercise.querySelectorAll(".blank")];
    const verdict = element("p", { className: "filled" });
    verdict.setAttribute("role", "status");
    const faults = []; // by place; "" where it is right
    // First what is wrong here.
    const say = (i) => {
      const right = faults.filter((one) => one === "").length;
      const so = words.filled.replace("{right}", right).replace("{all}", places.length);
      verdict.textContent = faults[i] || faults.find(Boolean) || (right ? so : "");
    };
    const fields = places.map((place, i) => {
      const { answer } = place.dataset;
      const ariaLabel = `${words.blank} ${i + 1}`;
      const field = element("input", { type: "text", ariaLabel });
      field.style.width = `calc(${Math.max(answer.length, 3)}ch + 1.9em)`;
      field.addEventListener("input", () => {
        delete place.dataset.right;
        field.ariaInvalid = null;
        delete faults[i];
        say(i);
      });
      field.addEventListener("change", () => {
        if (!field.value.trim()) return;
        const wrong = fault(field.value, answer);
        faults[i] = wrong && `${ariaLabel}: ${wrong}`;
        place.dataset.right = !wrong;
        field.ariaInvalid = Boolean(wrong);
        say(i);
      });
      // To leave a field says whether it is right.
      field.addEventListener("keydown", ({ key }) => {
        if (key !== "Enter") return;
        field.blur();
        fields[i + 1]?.focus();
      });
      place.replaceChildren(field);
      return field;
    });
    const last = places.at(-1);
    const block = last.closest("ul, ol, .pst-scrollable-table-container");
    (block ?? last.closest("p")).after(verdict);
  };
  for (const exercise of document.querySelectorAll(".exercise:has(.blank)"))
    fill(exercise);
}
