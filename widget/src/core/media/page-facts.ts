/**
 * What the page lets its scripts do. The only place of the core that looks at the page it is in; says
 * nothing where there is none.
 */
import type { DeviceSource } from '@video-room/protocol';

/** As Permissions-Policy headers and the `allow` of frames call them. */
export type PolicyFeature = DeviceSource | 'display-capture' | 'autoplay';

export interface PageFacts {
  /** Whether the page's policy and the frames around it allow it. Undefined where the browser does not tell. */
  readonly allowed: boolean | undefined;
  /** The page is in a frame of another site's page. */
  readonly framed: boolean;
}

interface Policy {
  allowsFeature?: (feature: string) => boolean;
}

export function pageFacts(feature: PolicyFeature): PageFacts {
  const page = (globalThis as { document?: { permissionsPolicy?: Policy; featurePolicy?: Policy } }).document;
  const policy = page?.permissionsPolicy ?? page?.featurePolicy;
  return { allowed: policy?.allowsFeature?.(feature), framed: isFramed() };
}

function isFramed(): boolean {
  const { top, self } = globalThis as { top?: Window | null; self?: unknown };
  try {
    return top !== self && !top?.location.href;
  } catch {
    return true;
  }
}
