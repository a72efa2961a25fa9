/** Hears what a page plays through Web Audio. */
import type { Page } from '@playwright/test';

/** One thing that the page plays, or tries to. */
export interface Heard {
  state: AudioContextState;
  /** Sound comes out of it at this moment. */
  loud: boolean;
}

/** Runs before any script of a page: puts an ear beside every loudspeaker. */
export async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.ears = [];
    const nodes = AudioNode.prototype as { connect: (this: AudioNode, target: AudioNode) => AudioNode };
    const { connect } = nodes;
    nodes.connect = function (target) {
      if (target instanceof AudioDestinationNode) {
        const ear = new AnalyserNode(this.context);
        connect.call(this, ear);
        window.ears.push(ear);
      }
      return connect.call(this, target);
    };
  });
}

/** Everything the page has played so far, oldest first. Does not make it sound. */
export function heard(page: Page): Promise<Heard[]> {
  return glance(page, () =>
    window.ears.map((ear) => {
      const samples = new Float32Array(ear.fftSize);
      ear.getFloatTimeDomainData(samples);
      return { state: ear.context.state, loud: samples.some((sample) => Math.abs(sample) > 0.001) };
    }),
  );
}

/** Looks at a page that nobody has touched yet: to be asked by Playwright counts as a gesture. */
export async function glance<Seen>(page: Page, look: () => Seen): Promise<Seen> {
  const session = await page.context().newCDPSession(page);
  try {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `(${look.toString()})()`,
      returnByValue: true,
    });
    return result.value as Seen;
  } finally {
    await session.detach();
  }
}

declare global {
  interface Window {
    ears: AnalyserNode[];
  }
}
