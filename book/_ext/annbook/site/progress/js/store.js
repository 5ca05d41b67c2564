// What is kept of a reader's progress: how it is read, changed and judged. It knows no
// page. Days are written as "2030-01-31".

export const OFF = "off"; // what is kept by who has been asked, and keeps nothing
const VERSION = 1;
const LARGEST = 1_000_000; // letters of a file
const REST = [1, 7, 30]; // days before a question comes back

const ADDRESS = /^[\w-]+(?:\/[\w-]+)*\.html(?:#[\w.-]+)?$/;
const LABEL = /^[\w.-]+$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @typedef {{tries: number, right: string, repeated: number}} Answer How many tries it
 *   took, the day of the last right answer that counts or "", how often it came back.
 * @typedef {{address: string, title: string}} Place
 * @typedef {{version: number, read: Record<string, string>,
 *   answered: Record<string, Answer>, solved: Record<string, string>,
 *   next: Place | null}} Progress
 */

/**
 * A table without a prototype, so that no name means anything in it.
 * @template T
 * @param {[string, T][]} entries
 * @returns {Record<string, T>}
 */
const table = (entries = []) => {
  const made = Object.create(null);
  for (const [name, value] of entries) made[name] = value;
  return made;
};

/** @returns {Progress} */
export const nothing = () => ({
  version: VERSION,
  read: table(),
  answered: table(),
  solved: table(),
  next: null,
});

/** @param {Date} now */
export const day = (now) => {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** @param {unknown} value */
const isDay = (value) =>
  typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value));

/** @param {unknown} value */
const isCount = (value) => Number.isInteger(value) && Number(value) >= 0;

/** @param {any} one */
const isAnswer = (one) =>
  isCount(one?.tries) &&
  (one.right === "" || isDay(one.right)) &&
  isCount(one.repeated);

/** @param {any} one */
const isPlace = (one) => ADDRESS.test(one?.address) && typeof one.title === "string";

/**
 * Return what a text holds, or why it is refused.
 * @param {string} text
 * @returns {{progress: Progress} | {refused: "large" | "foreign" | "newer" | "damaged"}}
 */
export const parsed = (text) => {
  if (text.length > LARGEST) return { refused: "large" };
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    return { refused: "foreign" };
  }
  if (!isCount(given?.version) || !given.read) return { refused: "foreign" };
  if (given.version > VERSION) return { refused: "newer" };
  /**
   * @param {string} part
   * @param {RegExp} names
   * @param {(value: any) => boolean} isGood
   */
  const entries = (part, names, isGood) => {
    const all = Object.entries(given[part]); // null throws, too
    const good = all.every(([name, value]) => names.test(name) && isGood(value));
    if (!good) throw new TypeError(part);
    return all;
  };
  try {
    const answers = entries("answered", LABEL, isAnswer);
    if (given.next && !isPlace(given.next)) throw new TypeError("next");
    const { address, title } = given.next ?? {};
    return {
      progress: {
        version: VERSION,
        read: table(entries("read", ADDRESS, isDay)),
        answered: table(
          answers.map(([name, { tries, right, repeated }]) => [
            name,
            { tries, right, repeated },
          ]),
        ),
        solved: table(entries("solved", LABEL, isDay)),
        next: address ? { address, title } : null,
      },
    };
  } catch {
    return { refused: "damaged" };
  }
};

/**
 * Return what is kept; null where nothing is.
 * @param {Storage} storage
 * @param {string} key
 * @returns {Progress | null}
 */
export const kept = (storage, key) => {
  const found = parsed(storage.getItem(key) ?? "");
  return "progress" in found ? found.progress : null;
};

/**
 * Change what is kept, if anything is.
 * @param {Storage} storage
 * @param {string} key
 * @param {(progress: Progress) => void} change
 */
export const update = (storage, key, change) => {
  const progress = kept(storage, key);
  if (!progress) return;
  change(progress);
  storage.setItem(key, JSON.stringify(progress));
};

/**
 * Tell whether a question that was answered rightly comes back.
 * @param {Answer} answer
 * @param {string} today
 */
export const isDue = ({ right, repeated }, today) =>
  right !== "" &&
  repeated < REST.length &&
  (Date.parse(today) - Date.parse(right)) / 86_400_000 >= REST[repeated];

/**
 * Note an answer. One that is right again when its question has come back sends it away
 * for longer, one that is wrong begins anew; before that day nothing changes.
 * @param {Progress} progress
 * @param {string} id
 * @param {boolean} isRight
 * @param {string} today
 */
export const answer = (progress, id, isRight, today) => {
  const before = progress.answered[id] ?? { tries: 0, right: "", repeated: 0 };
  const { tries, right, repeated } = before;
  const day = isRight ? today : "";
  if (!right) progress.answered[id] = { tries: tries + 1, right: day, repeated };
  else if (isDue(before, today))
    progress.answered[id] = { tries, right: day, repeated: isRight ? repeated + 1 : 0 };
};

/**
 * Return the first section of a page that was not read.
 * @param {Place[]} sections
 * @param {Record<string, string>} read
 * @param {string[]} aside titles, without numbers, of what is beside a first reading
 */
export const firstUnread = (sections, read, aside) =>
  sections.find(
    ({ address, title }) =>
      !(address in read) && !aside.includes(title.replace(/^[\d.]+\s+/, "")),
  );

/**
 * Return the later of two answers.
 * @param {Answer} one
 * @param {Answer} other
 */
const later = (one, other) => (one.right > other.right ? one : other);

/**
 * Return what two devices know together.
 * @param {Progress} here
 * @param {Progress} there
 * @returns {Progress}
 */
export const merged = (here, there) => {
  const answered = table([
    ...Object.entries(there.answered),
    ...Object.entries(here.answered),
  ]);
  for (const [id, one] of Object.entries(there.answered)) {
    answered[id] = later(one, answered[id]);
  }
  return {
    version: VERSION,
    read: table([...Object.entries(there.read), ...Object.entries(here.read)]),
    answered,
    solved: table([...Object.entries(there.solved), ...Object.entries(here.solved)]),
    next: here.next ?? there.next,
  };
};

/**
 * Return the text of a file of flashcards that Anki imports.
 * @param {{id: string, chapter: string, front: string, back: string}[]} cards
 * @param {string} name of the deck
 */
export const deck = (cards, name) => {
  const plain = (/** @type {string} */ text) => text.replace(/[\t\n\r]+/g, " ");
  const lines = cards.map(({ id, chapter, front, back }) =>
    [id, front, back, chapter.replace(/\s+/g, "_")].map(plain).join("\t"),
  );
  const head = [
    "#separator:tab",
    "#html:true",
    `#deck:${plain(name)}`,
    "#guid column:1",
    "#tags column:4",
  ];
  return `${[...head, ...lines].join("\n")}\n`;
};
