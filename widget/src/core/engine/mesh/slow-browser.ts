/** For browser tests: peer connections whose negotiation hangs or fails, and time that passes faster for what waits long. */

type Step = 'setLocalDescription' | 'setRemoteDescription';
type Anything = (this: RTCPeerConnection, ...args: unknown[]) => Promise<void>;

const FASTER = 20;

export class SlowBrowser {
  /** What becomes of a step; undefined: what becomes of it in any browser. */
  on: (pc: RTCPeerConnection, step: Step) => Promise<void> | undefined = () => undefined;
  /** Every peer connection that was negotiated, in the order they came. */
  readonly seen = new Set<RTCPeerConnection>();
  readonly #undo: (() => void)[] = [];

  constructor() {
    for (const step of ['setLocalDescription', 'setRemoteDescription'] as const) this.#replace(step);
    for (const timer of ['setTimeout', 'setInterval'] as const) {
      const real = window[timer].bind(window);
      const faster = (run: TimerHandler, ms = 0, ...args: unknown[]) =>
        real(run, ms >= 1000 ? ms / FASTER : ms, ...args);
      Object.assign(window, { [timer]: faster });
      this.#undo.push(() => Object.assign(window, { [timer]: real }));
    }
  }

  /** Ends it: browsers are as they are again. */
  close(): void {
    for (const undo of this.#undo) undo();
  }

  #replace(step: Step): void {
    const prototype = RTCPeerConnection.prototype as unknown as Record<Step, Anything>;
    const real = prototype[step];
    const takes = (pc: RTCPeerConnection) => {
      this.seen.add(pc);
      return this.on(pc, step);
    };
    prototype[step] = function (...args) {
      return takes(this) ?? real.apply(this, args);
    };
    this.#undo.push(() => (prototype[step] = real));
  }
}

export const never = (): Promise<void> => new Promise(() => undefined);
