// What the perceptron's figure says.

const MANY = 50; // epochs after which a reader wants to know whether it will ever end

/** A number with its sign as the book writes it. */
const written = (value) => value.toFixed(2).replace("-", "−");

const coordinates = (values) => `(${values.map(written).join(", ")})`;

/** What the last step did. */
export function sentence(last, { w, b }) {
  if (!last) return w[0] || w[1] || b ? "" : "All weights are zero, so z = 0 and class 1 everywhere.";
  const z = `Sample ${last.index + 1}: z = ${written(last.z)}, predicted ${last.z >= 0 ? 1 : 0}`;
  if (!last.error) return `${z}, right. Nothing changes.`;
  const sign = last.error > 0 ? "+" : "−";
  return `${z}, wrong: w ← w ${sign} η x, b ← b ${sign} η. Now w = ${coordinates(w)}, b = ${written(b)}.`;
}

/** How far it is. */
export function outcome(model, points) {
  const counts =
    `Mistakes: ${model.mistakes(points)} of ${points.length}. ` +
    `Updates: ${model.updates}. Epochs: ${model.epoch}.`;
  if (model.solved) return `${counts} An epoch without mistake: done.`;
  if (!model.cycle) return model.seen.size < MANY ? counts : `${counts} Still wrong: perhaps no line is right.`;
  const epochs = model.cycle === 1 ? "an epoch" : `${model.cycle} epochs`;
  return `${counts} The weights are the same as ${epochs} ago: this goes in circles for ever. No line is right.`;
}
