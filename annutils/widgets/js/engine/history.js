// Losses along the way, thinned out when there are many.

const MOST = 400;

export class History {
  /** @type {number[][]} */
  records = [];
  every = 1;
  skipped = 0;

  /**
   * Keep a record, or leave it out when they come too often.
   * @param {number[]} record epoch, training loss, and test loss if there is one
   */
  add(record) {
    const last = this.records.length - 1;
    if (this.records[last]?.[0] === record[0]) {
      this.records[last] = record; // no update was made since
      return;
    }
    this.skipped += 1;
    if (this.records.length && this.skipped < this.every) return;
    this.skipped = 0;
    this.records.push(record);
    if (this.records.length < MOST) return;
    this.records = this.records.filter((_, index) => index % 2 === 0);
    this.every *= 2;
  }

  /**
   * The points of one curve.
   * @param {number} column 1 for training, 2 for the test
   */
  curve(column) {
    const known = this.records.filter((record) => column in record);
    return known.map((record) => [record[0], record[column]]);
  }
}
