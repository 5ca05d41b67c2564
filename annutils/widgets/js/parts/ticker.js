// Calls a function once a frame: only while wanted, and only while the figure is in sight.

export const calm = matchMedia("(prefers-reduced-motion: reduce)");
const CALM_PAUSE = 500; // milliseconds between pictures for readers who want less motion

export class Ticker {
  wanted = false;
  inSight = true;
  request = 0;
  last = 0; // when the last frame was

  /**
   * @param {() => void} frame
   * @param {number} [pause] milliseconds between two frames, at least
   */
  constructor(frame, pause = 0) {
    this.frame = frame;
    this.pause = pause;
  }

  start() {
    this.wanted = true;
    this.schedule();
  }

  stop() {
    this.wanted = false;
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  /**
   * Wait while out of sight, and go on afterwards.
   * @param {boolean} inSight
   */
  setInSight(inSight) {
    this.inSight = inSight;
    if (inSight) this.schedule();
  }

  schedule() {
    if (!this.wanted || !this.inSight || this.request) return;
    this.request = requestAnimationFrame((now) => {
      this.request = 0;
      if (!this.wanted || !this.inSight) return;
      const pause = calm.matches ? Math.max(CALM_PAUSE, this.pause) : this.pause;
      if (now - this.last >= pause) {
        this.last = now;
        this.frame();
      }
      this.schedule();
    });
  }
}
