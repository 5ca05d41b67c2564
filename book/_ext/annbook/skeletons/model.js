// What the figure computes; it knows no page, so that Node can test it.

/**
 * The ends of a line through the origin.
 * @param {number} slope
 * @param {number[]} x low and high
 */
export const line = (slope, x) => x.map((each) => [each, slope * each]);
